import { ModelStatus } from '#contract/models.ts'
import {
  FACETS,
  type FacetName,
  MAX_Q_LENGTH,
  type ModelsFilter,
  readModelsFilter,
  readTexts,
} from '#contract/modelsFilter.ts'
import { MAX_LIMIT, type ModelsListing, readListing } from '#contract/modelsQuery.ts'

/** What the browse page shows, as its URL says. */
export type BrowseFilters = Omit<ModelsFilter, 'updated_since'> & {
  sort?: NonNullable<ModelsListing['sort']>
  /** `apart`: a card for each variant of a family, instead of one for the family. */
  variants?: 'apart'
  view?: 'table'
  /** What this reader's own browser keeps: saved, recently opened, new or changed since their last visit. */
  mine?: 'favourites' | 'recent' | 'changed'
}

/** Nothing is newer than this: how an empty list, or a first visit, is asked for without an error. */
export const NEVER = '9999-12-31T00:00:00.000Z'

/** Filters as the endpoint understands them. */
export type AskedFilters = BrowseFilters & Pick<ModelsFilter, 'updated_since'>

/** Reads filters from the page's URL. What we do not understand counts as absent, so an old link still opens. */
export function readFilters(params: URLSearchParams): BrowseFilters {
  const q = params
    .get('q')
    ?.replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, MAX_Q_LENGTH)
  const status = ModelStatus.safeParse(params.get('status')).data
  const { sort } = tolerate(params, 'sort', readListing)
  // Any number of them: a shortlist may be longer than what the endpoint takes at once.
  const endpoint_ids = readTexts(params, 'endpoint_id')
  const mine = MINE.find((known) => known === params.get('mine'))
  const filters: BrowseFilters = {
    ...(endpoint_ids.length > 0 && { endpoint_ids }),
    ...(q && { q }),
    ...(status && { status }),
    ...(sort && { sort }),
    ...(params.get('variants') === 'apart' && { variants: 'apart' }),
    ...(params.get('view') === 'table' && { view: 'table' }),
    ...(mine && { mine }),
  }
  for (const facet of FACETS) {
    const choices = tolerate(params, facet, readModelsFilter)[facet]
    if (choices) filters[facet] = choices
  }
  return filters
}

/** What narrows the result, without how it is ordered and shown. */
export function narrowing(filters: AskedFilters): ModelsFilter {
  const { sort: _sort, variants: _variants, view: _view, mine: _mine, ...filter } = filters
  return filter
}

/** What of the filters a server heeds that knows only the documented parameters. */
export function documentedFilters(filters: BrowseFilters): BrowseFilters {
  const { endpoint_ids, q, category, status, view, mine } = filters
  const [first] = category ?? []
  return {
    ...(endpoint_ids && { endpoint_ids }),
    ...(q && { q }),
    ...(first !== undefined && { category: [first] }),
    ...(status && { status }),
    ...(view && { view }),
    ...(mine && { mine }),
  }
}

/** The filters without all that narrows the result: it stays ordered and shown as it is. */
export function withoutNarrowing({ sort, variants, view }: BrowseFilters): BrowseFilters {
  return { ...(sort && { sort }), ...(variants && { variants }), ...(view && { view }) }
}

/** The orders that have a name outside the table. */
export const CARD_ORDERS = { newest: 'Newest', updated: 'Recently updated', name: 'Name' } as const

/** The same models as cards, in an order that these can have. */
export function asCards(filters: BrowseFilters): BrowseFilters {
  const { view: _view, sort, ...others } = filters
  return sort !== undefined && sort in CARD_ORDERS ? { ...others, sort } : others
}

/** Whether each family is one card. A table has a row for each model, and who named models wants to see just those. */
export function isFolded({ variants, view, mine, endpoint_ids }: BrowseFilters): boolean {
  return variants !== 'apart' && view !== 'table' && !endpoint_ids && (!mine || mine === 'changed')
}

/** What the browse page asks the endpoint for. Servers that know only the documented parameters ignore the rest. */
export function searchQuestion(filters: AskedFilters): ModelsFilter & ModelsListing & { limit?: number } {
  return {
    ...narrowing(filters),
    ...(filters.sort && { sort: filters.sort }),
    ...(isFolded(filters) && { fold: 'group' }),
    // Rows are small, and many of them are on screen at once.
    ...(filters.view === 'table' && { limit: MAX_LIMIT }),
    include: filters.q === undefined ? ['signature'] : ['signature', 'match'],
  }
}

/** The filters without one of them, or with it set anew. */
export function withFilter<K extends keyof BrowseFilters>(
  filters: BrowseFilters,
  name: K,
  value: BrowseFilters[K] | undefined,
): BrowseFilters {
  const { [name]: _replaced, ...others } = filters
  return value === undefined || (Array.isArray(value) && value.length === 0)
    ? others
    : { ...others, [name]: value }
}

/** The filters with a choice of a facet; the opposite choice goes. */
export function withChoice(filters: BrowseFilters, facet: FacetName, choice: string): BrowseFilters {
  const others = withoutChoice(filters[facet], choice)
  return withFilter(filters, facet, [...others, choice])
}

/** The filters with a choice of a facet added, or taken away when it is there; the opposite choice goes in any case. */
export function withChoiceToggled(filters: BrowseFilters, facet: FacetName, choice: string): BrowseFilters {
  return filters[facet]?.includes(choice)
    ? withFilter(filters, facet, withoutChoice(filters[facet], choice))
    : withChoice(filters, facet, choice)
}

function withoutChoice(choices: string[] = [], choice: string): string[] {
  const opposite = choice.startsWith('-') ? choice.slice(1) : `-${choice}`
  return choices.filter((one) => one !== choice && one !== opposite)
}

/** The choices of a facet, apart by whether models must or must not have the value. */
export function splitChoices(choices: string[] = []): { included: string[]; excluded: string[] } {
  return {
    included: choices.filter((choice) => !choice.startsWith('-')),
    excluded: choices.filter((choice) => choice.startsWith('-')).map((choice) => choice.slice(1)),
  }
}

const MINE = ['favourites', 'recent', 'changed'] as const

/** What a reader makes of one parameter's values, each by itself: those that it refuses are left out. */
function tolerate<Read extends object>(
  params: URLSearchParams,
  name: string,
  read: (params: URLSearchParams) => Read,
): Partial<Read> {
  const accepted = params.getAll(name).filter((value) => accepts(new URLSearchParams([[name, value]])))
  const all = new URLSearchParams(accepted.map((value) => [name, value]))
  return accepts(all) ? read(all) : {}

  function accepts(part: URLSearchParams): boolean {
    try {
      read(part)
      return true
    } catch {
      return false
    }
  }
}
