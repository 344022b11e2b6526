import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Model } from '#contract/models.ts'
import { FACETS, type FacetName, type ModelsFilter } from '#contract/modelsFilter.ts'
import { type ModelsQuery, SORTS } from '#contract/modelsQuery.ts'
import { readMedia } from '#schema/media.ts'
import { readModelSchema } from '#schema/readModelSchema.ts'
import { createCatalogue } from './catalogue/createCatalogue.ts'
import { buildCatalogue } from './embedded/buildCatalogue.ts'
import { loadCatalogue } from './embedded/loadCatalogue.ts'

const directory = mkdtempSync(join(tmpdir(), 'catalogue-'))
await buildCatalogue(directory, () => {})
const { models, source, signatures } = await loadCatalogue(directory)
const catalogue = createCatalogue(models, source, signatures)

// What follows repeats the rules of facets as plainly as they can be said, to judge by.

const valuesOf = new Map(models.map((model) => [model, readValues(model)]))
const VALUES = Object.fromEntries(FACETS.map((facet) => [facet, listByFrequency(facet)]))

test('facets count the models there would be with each value chosen too, whatever the filters', async () => {
  await fc.assert(
    fc.asyncProperty(anyFilter(), fc.nat(), async (filter, start) => {
      const facets = await catalogue.facets({ ...filter, facets: [...FACETS] })
      const found = await search(filter.q)
      const countLeft = (filter: ModelsFilter) => found.filter((model) => isLeft(model, filter)).length
      expect(facets.total).toBe(countLeft(filter))
      expect(facets.status).toEqual([
        { value: 'active', count: countLeft({ ...filter, status: 'active' }) },
        { value: 'deprecated', count: countLeft({ ...filter, status: 'deprecated' }) },
      ])
      for (const facet of FACETS) {
        const counts = facets[facet] ?? []
        expect(counts.map(({ value }) => value)).toEqual(VALUES[facet])
        // A thousand properties with a thousand models each are too much for every run.
        const judged = counts.filter(
          ({ value }, at) => at % 40 === start % 40 || isNamed(filter, facet, value),
        )
        expect(judged).toEqual(
          judged.map(({ value }) => ({ value, count: countLeft(withChosen(filter, facet, value)) })),
        )
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('walking all pages yields what is left, each model once, folded or not, in any order', async () => {
  const anyListing = fc.record({
    limit: fc.integer({ min: 5, max: 100 }),
    sort: fc.constantFrom(...SORTS),
    fold: fc.constantFrom('group' as const, undefined),
  })
  await fc.assert(
    fc.asyncProperty(anyFilter(), anyListing, async (filter, { fold, ...listing }) => {
      const { total, families } = await catalogue.facets({ ...filter, facets: [] })
      const walked = await walk({ ...filter, ...listing, ...(fold && { fold }) })
      const ids = walked.flatMap(({ endpoint_id, variants = [] }) => [
        endpoint_id,
        ...variants.map((variant) => variant.endpoint_id),
      ])
      const left = (await search(filter.q)).filter((model) => isLeft(model, filter))
      expect(ids.toSorted()).toEqual(left.map(({ endpoint_id }) => endpoint_id).toSorted())
      expect(ids).toHaveLength(total)
      expect(walked).toHaveLength((fold ? families : total) ?? -1)
      expect(families).toBe(new Set(left.map(({ metadata }) => metadata?.group?.key)).size)
    }),
    { numRuns: 60 },
  )
}, 60_000)

function readValues({ endpoint_id, metadata, openapi }: Model): Record<FacetName, string[]> {
  const { input } = readModelSchema(openapi)
  const media = readMedia(openapi)
  return {
    category: [metadata?.category ?? []].flat(),
    tag: metadata?.tags ?? [],
    provider: [endpoint_id.replace(/\/.*/, '')],
    license_type: [metadata?.license_type ?? []].flat(),
    kind: [metadata?.kind ?? []].flat(),
    group: [metadata?.group?.key ?? []].flat(),
    takes: media.takes,
    returns: media.returns,
    param: input?.type.kind === 'object' ? input.type.readFields().map(({ name }) => name) : [],
  }
}

function listByFrequency(facet: FacetName): string[] {
  const frequency = new Map<string, number>()
  for (const values of valuesOf.values()) {
    for (const value of values[facet]) frequency.set(value, (frequency.get(value) ?? 0) + 1)
  }
  return [...frequency]
    .sort(([a, oftenA], [b, oftenB]) => oftenB - oftenA || (a < b ? -1 : 1))
    .map(([value]) => value)
}

function isLeft(model: Model, filter: ModelsFilter): boolean {
  const { status, updated_since, endpoint_ids } = filter
  const { metadata } = model
  if (status !== undefined && metadata?.status !== status) return false
  if (endpoint_ids !== undefined && !endpoint_ids.includes(model.endpoint_id)) return false
  if (updated_since !== undefined && (metadata?.updated_at ?? '') <= updated_since) return false
  return FACETS.every((facet) => {
    const held = valuesOf.get(model)?.[facet] ?? []
    const choices = filter[facet] ?? []
    const wanted = choices.filter((choice) => !choice.startsWith('-'))
    const unwanted = choices.filter((choice) => choice.startsWith('-')).map((choice) => choice.slice(1))
    if (unwanted.some((value) => held.includes(value))) return false
    if (isAllOf(facet)) return wanted.every((value) => held.includes(value))
    return wanted.length === 0 || wanted.some((value) => held.includes(value))
  })
}

function withChosen(filter: ModelsFilter, facet: FacetName, value: string): ModelsFilter {
  const others = (filter[facet] ?? []).filter((choice) => choice !== `-${value}`)
  const exclusions = others.filter((choice) => choice.startsWith('-'))
  return { ...filter, [facet]: [...(isAllOf(facet) ? others : exclusions), value] }
}

function isAllOf(facet: FacetName): boolean {
  return facet === 'takes' || facet === 'returns' || facet === 'param'
}

function isNamed(filter: ModelsFilter, facet: FacetName, value: string): boolean {
  return filter[facet]?.some((choice) => choice === value || choice === `-${value}`) ?? false
}

async function search(q: string | undefined): Promise<readonly Model[]> {
  if (q === undefined) return models
  const found = await walk({ q, limit: 100 })
  return models.filter(({ endpoint_id }) => found.some((model) => model.endpoint_id === endpoint_id))
}

async function walk(query: Partial<ModelsQuery> & { limit: number }): Promise<Model[]> {
  const walked: Model[] = []
  for (let page = 1; ; page++) {
    const { models, has_more } = await catalogue.find({ page, expand: [], ...query })
    walked.push(...models)
    if (!has_more) return walked
  }
}

/** Few choices of values that many models have, so that something is left; and some that none has. */
function anyFilter(): fc.Arbitrary<ModelsFilter> {
  const parts: { [Name in keyof ModelsFilter]?: fc.Arbitrary<NonNullable<ModelsFilter[Name]>> } = {
    q: fc.constantFrom('video', 'kling', 'fast edit', 'i2v', 'zzzz'),
    status: fc.constantFrom('active', 'deprecated'),
    updated_since: fc.constantFrom(...models.flatMap(({ metadata }) => metadata?.updated_at ?? [])),
    endpoint_ids: fc.uniqueArray(fc.constantFrom(...models.map(({ endpoint_id }) => endpoint_id)), {
      minLength: 20,
      maxLength: 50,
    }),
  }
  for (const facet of FACETS) {
    const held = [...valuesOf.values()].flatMap((values) => values[facet])
    const value = fc.constantFrom(...held, 'none')
    const choice = fc.oneof(
      { weight: 2, arbitrary: value },
      value.map((text) => `-${text}`),
    )
    parts[facet] = fc.uniqueArray(choice, { minLength: 1, maxLength: 3 })
  }
  const names = fc.uniqueArray(fc.constantFrom(...Object.keys(parts)), { maxLength: 4 })
  return fc.tuple(names, fc.record(parts)).map(([names, filter]) => pick(filter, names))
}

function pick(filter: ModelsFilter, names: string[]): ModelsFilter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => names.includes(name)))
}
