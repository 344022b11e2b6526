import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ModelsFacets } from '#contract/facets.ts'
import { FACETS } from '#contract/modelsFilter.ts'
import { modelQueries } from './queries.ts'
import type { Vocabulary } from './searchWords.ts'

/**
 * The values that filters may have on this server: undefined while they are on their way, none where it has no counts.
 * They are fetched only once they are needed.
 */
export function useVocabulary(isNeeded: boolean): Vocabulary | undefined {
  const { data, isLoading } = useQuery({ ...modelQueries.facets({}, [...FACETS]), enabled: isNeeded })
  return useMemo(() => (isLoading ? undefined : data ? vocabularyOf(data) : {}), [data, isLoading])
}

function vocabularyOf(facets: ModelsFacets): Vocabulary {
  const vocabulary: Vocabulary = {}
  for (const facet of FACETS) {
    const values = facets[facet]?.map(({ value }) => value)
    if (values) vocabulary[facet] = values
  }
  return vocabulary
}
