import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { use, useMemo } from 'react'
import { useLocation, useSearchParams } from 'react-router-dom'
import type { Model } from '#contract/models.ts'
import { categoryName } from '#app/categoryName.ts'
import { DialogContext } from '#app/DialogContext.ts'
import { readFilters } from '#app/filters.ts'
import { countOf } from '#app/format.ts'
import { browsePath, modelPath } from '#app/links.ts'
import { modelQueries } from '#app/queries.ts'
import { useTheme } from '#app/useTheme.ts'
import { actionEntries } from './actionEntries.ts'
import type { PaletteEntry } from './PaletteEntry.ts'

/** All that the palette can lead to. Where the server gives no list of names, the models are those a search finds. */
export function usePaletteEntries(typed: string) {
  const openDialog = use(DialogContext)
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const [theme, chooseTheme] = useTheme()
  const { data: facets } = useQuery(modelQueries.facets({}))
  const found = useQuery({
    ...modelQueries.found(typed.trim()),
    enabled: typed.trim() !== '',
    placeholderData: keepPreviousData,
  })

  const entries = useMemo(
    () => [
      ...(found.data ?? []).map(modelEntry),
      ...(facets?.category ?? []).map(categoryEntry),
      ...actionEntries({
        filters: pathname === '/' ? readFilters(params) : undefined,
        theme,
        chooseTheme,
        openDialog,
      }),
    ],
    [found.data, facets, pathname, params, theme, chooseTheme, openDialog],
  )
  return { entries, isLoading: found.isFetching, failure: found.error ? 'Models could not be loaded' : '' }
}

function modelEntry({ endpoint_id, metadata }: Model): PaletteEntry {
  return {
    key: `model ${endpoint_id}`,
    group: 'Models',
    name: metadata?.display_name ?? endpoint_id,
    detail: endpoint_id,
    to: modelPath(endpoint_id),
    ...(metadata && { category: metadata.category }),
  }
}

function categoryEntry({ value, count }: { value: string; count: number }): PaletteEntry {
  return {
    key: `category ${value}`,
    group: 'Categories',
    name: categoryName(value),
    detail: countOf(count, 'model'),
    category: value,
    alias: value,
    to: browsePath({ category: [value] }),
  }
}
