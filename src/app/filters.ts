import { ModelStatus } from '#contract/models.ts'
import { MAX_Q_LENGTH, type ModelsFilter } from '#contract/modelsQuery.ts'

/** Reads filters from the page's URL. What we do not understand counts as absent, so an old link still opens. */
export function readFilters(params: URLSearchParams): ModelsFilter {
  const q = params
    .get('q')
    ?.replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, MAX_Q_LENGTH)
  const category = params.get('category')?.trim()
  const status = ModelStatus.safeParse(params.get('status')).data
  return { ...(q && { q }), ...(category && { category }), ...(status && { status }) }
}

/** The filters without one of them, or with it set anew. */
export function withFilter<K extends keyof ModelsFilter>(
  filters: ModelsFilter,
  name: K,
  value: ModelsFilter[K] | undefined,
): ModelsFilter {
  const { [name]: _replaced, ...others } = filters
  return value === undefined ? others : { ...others, [name]: value }
}
