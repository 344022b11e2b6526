import type { FacetName } from '#contract/modelsFilter.ts'
import { capitalized, categoryInWords } from '#app/categoryName.ts'
import { type BrowseFilters, splitChoices } from '#app/filters.ts'

/** "Active image to video models that take audio, without lora, matching “pan”" */
export function titleInWords(filters: BrowseFilters): string {
  const words = modelsInWords(filters, 'models')
  const title = filters.q ? `${words}${words.endsWith('models') ? '' : ','} matching “${filters.q}”` : words
  return title === 'models' ? 'All AI models' : capitalized(title)
}

/** The same about one model or more, as part of a sentence, without what was searched. */
export function modelsInWords(filters: BrowseFilters, noun: 'model' | 'models'): string {
  const before = [filters.mine && MINE[filters.mine], filters.status, ...adjectives(filters), noun]
  const after = [whatItDoes(filters, noun === 'model'), ...whatItHas(filters)].filter(Boolean).join(', ')
  return [...new Set(before), after].filter(Boolean).join(' ')
}

/** A choice of a facet by itself: "takes audio", "not lora". */
export function choiceInWords(facet: FacetName, choice: string): string {
  const isExcluded = choice.startsWith('-')
  const value = valueInWords(facet, isExcluded ? choice.slice(1) : choice)
  if (facet === 'takes' || facet === 'returns') return `${facet} ${isExcluded ? 'no ' : ''}${value}`
  if (facet === 'param') return `has ${isExcluded ? 'no ' : ''}${value}`
  return `${isExcluded ? 'not ' : ''}${WITH_NOUN[facet]?.(value) ?? value}`
}

/** A value as people write it: "image to 3D", "JSON". */
export function valueInWords(facet: FacetName, value: string): string {
  if (facet === 'category') return categoryInWords(value)
  return (facet === 'takes' || facet === 'returns') && /^(3d|json)$/.test(value) ? value.toUpperCase() : value
}

const WITH_NOUN: { [Name in FacetName]?: (value: string) => string } = {
  provider: (value) => `by ${value}`,
  license_type: (value) => `${value} licence`,
  group: (value) => `${value} family`,
}

const MINE = { favourites: 'favourite', recent: 'recently opened', changed: 'new or changed' } as const

function adjectives(filters: BrowseFilters): string[] {
  return [wanted(filters, 'category'), wanted(filters, 'kind')].map((values) => values.join(' or '))
}

/** "that take image and audio and return video" */
function whatItDoes(filters: BrowseFilters, isOne: boolean): string {
  const verbs = (['takes', 'returns'] as const).flatMap((facet) => {
    const verb = facet.slice(0, -1)
    const media = wanted(filters, facet)
    const others = unwanted(filters, facet)
    return [
      media.length > 0 && `${isOne ? facet : verb} ${media.join(' and ')}`,
      others.length > 0 && `${isOne ? 'does' : 'do'} not ${verb} ${others.join(' or ')}`,
    ].filter((words) => words !== false)
  })
  return verbs.length > 0 ? `that ${verbs.join(' and ')}` : ''
}

function whatItHas(filters: BrowseFilters): string[] {
  const { endpoint_ids } = filters
  return [
    phrase('with', wanted(filters, 'param'), 'and'),
    phrase('tagged', wanted(filters, 'tag')),
    phrase('by', wanted(filters, 'provider')),
    phrase('of the', wanted(filters, 'group'), 'or', 'family'),
    phrase('with a', wanted(filters, 'license_type'), 'or', 'licence'),
    phrase('without', [...unwanted(filters, 'param'), ...unwanted(filters, 'tag')]),
    phrase('other than', [...unwanted(filters, 'category'), ...unwanted(filters, 'kind')]),
    phrase('not by', unwanted(filters, 'provider')),
    phrase('not of the', unwanted(filters, 'group'), 'or', 'family'),
    phrase('without a', unwanted(filters, 'license_type'), 'or', 'licence'),
    endpoint_ids ? `in a shortlist of ${endpoint_ids.length}` : '',
  ]
}

function phrase(start: string, values: string[], between: 'and' | 'or' = 'or', end = ''): string {
  return values.length > 0 ? `${start} ${values.join(` ${between} `)} ${end}`.trim() : ''
}

function wanted(filters: BrowseFilters, facet: FacetName): string[] {
  return splitChoices(filters[facet]).included.map((value) => valueInWords(facet, value))
}

function unwanted(filters: BrowseFilters, facet: FacetName): string[] {
  return splitChoices(filters[facet]).excluded.map((value) => valueInWords(facet, value))
}
