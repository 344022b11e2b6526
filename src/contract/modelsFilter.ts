import { ApiError } from './apiError.ts'
import { LicenseType, Medium, ModelKind, ModelStatus } from './models.ts'

export const MAX_ENDPOINT_IDS = 50
/** Ours: the documentation names no bound. */
export const MAX_Q_LENGTH = 500
/** Of one facet. */
export const MAX_CHOICES = 50
export const MAX_CHOICE_LENGTH = 200

/**
 * What models are told apart by. `provider` is the first segment of the id, `takes` and `returns` are media, and `param`
 * is the name of an input property. Of the last three a model must have every value chosen, of the others any of them.
 * Only `category` is documented, and there with a single value; the rest is our extension.
 */
export const FACETS = [
  'category',
  'tag',
  'provider',
  'license_type',
  'kind',
  'group',
  'takes',
  'returns',
  'param',
] as const
export type FacetName = (typeof FACETS)[number]

/** Of which a model must have every value chosen. */
export const ALL_OF_FACETS: readonly FacetName[] = ['takes', 'returns', 'param']

/** A value of a facet that models must have; with `-` before it, one that they must not have. */
type Choice = string

/** What narrows a result, without how it is ordered, paged or expanded. */
export type ModelsFilter = {
  endpoint_ids?: string[]
  q?: string
  status?: ModelStatus
  /** Only models that are new or changed after this moment, ISO 8601. */
  updated_since?: string
} & { [Name in FacetName]?: Choice[] }

/** The value that a choice is about, and whether models must not have it. */
export function splitChoice(choice: Choice): { value: string; isExcluded: boolean } {
  const isExcluded = choice.startsWith('-')
  return { value: isExcluded ? choice.slice(1) : choice, isExcluded }
}

/**
 * Reads what narrows a result from a query string. An empty value counts as absent. Throws a `validation_error` that
 * names the parameter and what was expected.
 */
export function readModelsFilter(params: URLSearchParams): ModelsFilter {
  const endpoint_ids = readEndpointIds(params)
  const q = readText(params, 'q')
  const status = readText(params, 'status')
  const updated_since = readText(params, 'updated_since')
  if (q !== undefined && q.length > MAX_Q_LENGTH) {
    throw new ApiError('validation_error', `q: expected at most ${MAX_Q_LENGTH} characters, got ${q.length}`)
  }
  const filter: ModelsFilter = {
    ...(endpoint_ids.length > 0 && { endpoint_ids }),
    ...(q !== undefined && { q }),
    ...(status !== undefined && { status: readOneOf('status', ModelStatus.options, status) }),
    ...(updated_since !== undefined && { updated_since: readMoment('updated_since', updated_since) }),
  }
  for (const facet of FACETS) {
    const choices = readChoices(params, facet)
    if (choices.length > 0) filter[facet] = choices
  }
  return filter
}

/** Writes the parameters that {@link readModelsFilter} reads. */
export function writeModelsFilter(filter: ModelsFilter, params = new URLSearchParams()): URLSearchParams {
  for (const id of filter.endpoint_ids ?? []) params.append('endpoint_id', id)
  if (filter.q) params.set('q', filter.q)
  for (const facet of FACETS) {
    for (const choice of filter[facet] ?? []) params.append(facet, choice)
  }
  if (filter.status) params.set('status', filter.status)
  if (filter.updated_since) params.set('updated_since', filter.updated_since)
  return params
}

/** A parameter's text without the space around it; empty counts as absent. */
export function readText(params: URLSearchParams, name: string): string | undefined {
  return params.get(name)?.trim() || undefined
}

/** The texts of a repeatable parameter, each once. */
export function readTexts(params: URLSearchParams, name: string): string[] {
  return [...new Set(params.getAll(name).map((text) => text.trim()))].filter((text) => text !== '')
}

/** The value, if it is one of the choices. Throws a `validation_error` that names them. */
export function readOneOf<T extends string>(parameter: string, choices: readonly T[], value: string): T {
  const choice = choices.find((known) => known === value)
  if (choice !== undefined) return choice
  const expected = choices.map((known) => `"${known}"`).join(' or ')
  throw new ApiError('validation_error', `${parameter}: expected ${expected}, got ${quote(value)}`)
}

/** The value as the reader sent it, short enough for a message. */
export function quote(value: string): string {
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)
}

/** Facets that have just these values; a value that some model may have and none has is empty, not wrong. */
export const CLOSED_FACETS: { [Name in FacetName]?: readonly string[] } = {
  license_type: LicenseType.options,
  kind: ModelKind.options,
  takes: Medium.options,
  returns: Medium.options,
}

function readChoices(params: URLSearchParams, facet: FacetName): Choice[] {
  const choices = readTexts(params, facet)
  if (choices.length > MAX_CHOICES) {
    throw new ApiError(
      'validation_error',
      `${facet}: expected at most ${MAX_CHOICES} values, got ${choices.length}`,
    )
  }
  for (const choice of choices) {
    if (choice.length > MAX_CHOICE_LENGTH) {
      throw new ApiError(
        'validation_error',
        `${facet}: expected at most ${MAX_CHOICE_LENGTH} characters, got ${choice.length}`,
      )
    }
    const known = CLOSED_FACETS[facet]
    if (known) readOneOf(facet, known, splitChoice(choice).value)
  }
  return choices
}

function readEndpointIds(params: URLSearchParams): string[] {
  const ids = readTexts(params, 'endpoint_id')
  if (ids.length > MAX_ENDPOINT_IDS) {
    throw new ApiError(
      'validation_error',
      `endpoint_id: expected at most ${MAX_ENDPOINT_IDS} ids, got ${ids.length}`,
    )
  }
  return ids
}

/** A day or a moment, as ISO 8601 in UTC, so that texts compare as times do. */
function readMoment(parameter: string, text: string): string {
  const time = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(time)) {
    throw new ApiError(
      'validation_error',
      `${parameter}: expected a day or a moment such as 2026-04-22T00:00:00Z, got ${quote(text)}`,
    )
  }
  return new Date(time).toISOString()
}
