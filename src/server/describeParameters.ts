import {
  CLOSED_FACETS,
  FACETS,
  type FacetName,
  MAX_CHOICE_LENGTH,
  MAX_CHOICES,
  MAX_ENDPOINT_IDS,
  MAX_Q_LENGTH,
} from '#contract/modelsFilter.ts'
import { INCLUSIONS, MAX_LIMIT, MAX_LIMIT_WITH_OPENAPI, SORTS } from '#contract/modelsQuery.ts'

/** Where a schema of the contract stands in the description. */
export function schemaAddress(name: string): string {
  return `#/components/schemas/${name}`
}

/** Of what is beyond the documented contract and has no tags. */
export const EXTENSION = { 'x-extension': true }
/** Of parameters that are repeated, one value each. */
const REPEATED = { style: 'form', explode: true }

const FACET_DESCRIPTIONS: Record<FacetName, [what: string, example: string]> = {
  category: ['of any of these categories', 'image-to-video'],
  tag: ['with any of these tags', 'lora'],
  provider: ['of any of these providers, the first segments of ids', 'fal-ai'],
  license_type: ['under any of these licences', 'commercial'],
  kind: ['of any of these kinds', 'inference'],
  group: ['of any of these families, by their keys', 'flux'],
  takes: ['that take all of these, required or not', 'audio'],
  returns: ['that return all of these', 'video'],
  param: ['with all of these input properties, by their names', 'seed'],
}

const FILTER_PARAMETERS = [
  {
    name: 'endpoint_id',
    in: 'query',
    description: 'Only these models. Repeat it for several; ids that do not exist are left out.',
    ...REPEATED,
    schema: { type: 'array', maxItems: MAX_ENDPOINT_IDS, items: { type: 'string' } },
    example: ['fal-ai/flux/dev'],
  },
  {
    name: 'q',
    in: 'query',
    description:
      'Free text over id, name, description, tags and category: all words, their beginnings, common abbreviations ' +
      '(i2v, tts), and misspelt words when nothing else matches.',
    schema: { type: 'string', maxLength: MAX_Q_LENGTH },
    example: 'kling 2.1',
  },
  {
    name: 'status',
    in: 'query',
    description: 'Only active or only deprecated models; both when absent.',
    schema: { $ref: schemaAddress('ModelStatus') },
    example: 'active',
  },
  ...FACETS.map(describeFacet),
  {
    name: 'updated_since',
    in: 'query',
    ...EXTENSION,
    description: 'Only models that are new or changed after this day or moment.',
    schema: { type: 'string', anyOf: [{ format: 'date' }, { format: 'date-time' }] },
    example: '2026-04-21',
  },
]

const PAGE_PARAMETERS = [
  {
    name: 'limit',
    in: 'query',
    description:
      `Size of the page. More than ${MAX_LIMIT}, or than ${MAX_LIMIT_WITH_OPENAPI} with \`expand=openapi-3.0\`, ` +
      'is clamped, not refused.',
    schema: { type: 'integer', minimum: 1, default: MAX_LIMIT },
    example: 24,
  },
  {
    name: 'cursor',
    in: 'query',
    description: 'The `next_cursor` of the page before. Ask with the same other parameters.',
    schema: { type: 'string' },
    example: 'Mg==',
  },
]

export const MODELS_PARAMETERS = [
  ...PAGE_PARAMETERS,
  ...FILTER_PARAMETERS,
  {
    name: 'sort',
    in: 'query',
    ...EXTENSION,
    description:
      'By what to order, with `-` the other way round: `newest` and `updated` begin with the latest, `inputs` is the ' +
      'number of input properties, `relevance`, as when absent, the best match of `q` first, else the order of the ' +
      'catalogue. What has no such value comes last.',
    schema: { type: 'string', enum: SORTS },
    example: 'name',
  },
  {
    name: 'fold',
    in: 'query',
    ...EXTENSION,
    description:
      'Of each family (`group`) only the first member, with the others that the filters leave as its `variants`. ' +
      'Pages then count families.',
    schema: { type: 'string', enum: ['group'] },
    example: 'group',
  },
  {
    name: 'expand',
    in: 'query',
    description:
      'What to add to each model. Repeat it for several. What cannot be given is an `ExpansionError` in its place.',
    ...REPEATED,
    schema: { type: 'array', items: { $ref: schemaAddress('Expansion') } },
    example: ['openapi-3.0'],
  },
  {
    name: 'include',
    in: 'query',
    ...EXTENSION,
    description:
      'What each model comes with. Repeat it for several. `signature` is what its schema takes and returns; `match` the ' +
      'pieces of its own texts, as they stand there, by which `q` found it.',
    ...REPEATED,
    schema: { type: 'array', items: { type: 'string', enum: INCLUSIONS } },
    example: ['signature', 'match'],
  },
]

export const FACETS_PARAMETERS = [
  {
    name: 'facet',
    in: 'query',
    description: 'What to count, besides the statuses. Repeat it for several; all when absent.',
    ...REPEATED,
    schema: { type: 'array', items: { type: 'string', enum: FACETS } },
    example: ['category', 'takes'],
  },
  ...FILTER_PARAMETERS,
]

export const ID_PARAMETERS = [
  {
    name: 'endpoint_id',
    in: 'path',
    required: true,
    schema: { type: 'string' },
    example: 'fal-ai/flux/dev',
  },
]

export const CHANGES_PARAMETERS = [
  ...PAGE_PARAMETERS,
  {
    name: 'release',
    in: 'query',
    description: 'Only this release, by its version.',
    schema: { type: 'string' },
    example: '1.9.6',
  },
  {
    name: 'event',
    in: 'query',
    description: 'Only this kind of change.',
    schema: { $ref: schemaAddress('ModelEvent') },
    example: 'removed',
  },
  {
    name: 'category',
    in: 'query',
    description: 'Only models of this category.',
    schema: { type: 'string' },
    example: 'image-to-video',
  },
  {
    name: 'provider',
    in: 'query',
    description: 'Only models whose id begins with this segment.',
    schema: { type: 'string' },
    example: 'fal-ai',
  },
  {
    name: 'endpoint_id',
    in: 'query',
    description: 'Only this model.',
    schema: { type: 'string' },
    example: 'fal-ai/flux/dev',
  },
]

function describeFacet(name: FacetName) {
  const [what, example] = FACET_DESCRIPTIONS[name]
  const values = CLOSED_FACETS[name]
  return {
    name,
    in: 'query',
    ...(name !== 'category' && EXTENSION),
    description:
      `Only models ${what}; with \`-\` before a value, only those without it.` +
      (name === 'category' ? ' More than one, and `-`, are an extension.' : ''),
    ...REPEATED,
    schema: {
      type: 'array',
      maxItems: MAX_CHOICES,
      items: {
        type: 'string',
        ...(values
          ? { enum: values.flatMap((value) => [value, `-${value}`]) }
          : { maxLength: MAX_CHOICE_LENGTH }),
      },
    },
    example: [example],
  }
}
