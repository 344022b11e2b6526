import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { use, useEffect, useMemo, useState } from 'react'
import { useLocation, useSearchParams } from 'react-router-dom'
import type { ModelNames } from '#contract/modelNames.ts'
import type { Model } from '#contract/models.ts'
import { categoryName } from '#app/categoryName.ts'
import { DialogContext } from '#app/DialogContext.ts'
import { readFilters } from '#app/filters.ts'
import { countOf } from '#app/format.ts'
import { browsePath, modelPath } from '#app/links.ts'
import { modelQueries } from '#app/queries.ts'
import { areSingleKeysOn, SINGLE_KEYS } from '#app/shortcuts.ts'
import { store } from '#app/storage.ts'
import { useAutomaticLoading } from '#app/useAutomaticLoading.ts'
import { useTheme } from '#app/useTheme.ts'
import { useCollection } from '#app/yours/collection.ts'
import { useLastVisit } from '#app/yours/lastVisit.ts'
import { actionEntries } from './actionEntries.ts'
import type { PaletteEntry } from './PaletteEntry.ts'

/** All that the palette can lead to. Where the server gives no list of names, the models are those a search finds. */
export function usePaletteEntries(typed: string) {
  const openDialog = use(DialogContext)
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const [theme, chooseTheme] = useTheme()
  const noted = useCollection('compared')
  const { data: facets, isPending: areFacetsComing } = useQuery(modelQueries.facets({}))
  const lastVisit = useLastVisit()
  const [loadsByItself, turnAutomaticLoading] = useAutomaticLoading()
  const names = useQuery(modelQueries.names())
  const text = typed.trim()
  const settled = useSettled(text)
  const found = useQuery({
    ...modelQueries.found(settled),
    enabled: names.isError && settled !== '',
    placeholderData: keepPreviousData,
  })

  const models = useMemo(
    () => names.data?.models.map(modelEntry) ?? found.data?.map(foundEntry) ?? [],
    [names.data, found.data],
  )
  const entries = useMemo(
    () => [
      ...models,
      ...(facets?.category ?? []).map(categoryEntry),
      ...actionEntries({
        filters: pathname === '/' ? readFilters(params) : undefined,
        hasExtensions: facets !== undefined,
        hasVisited: lastVisit !== undefined,
        theme,
        chooseTheme,
        loadsByItself,
        turnAutomaticLoading,
        hasSingleKeys: areSingleKeysOn(),
        turnSingleKeys: (state) => store(SINGLE_KEYS, state),
        openDialog,
        compared: noted.map(({ endpoint_id }) => endpoint_id).toReversed(),
      }),
    ],
    [
      models,
      facets,
      pathname,
      params,
      lastVisit,
      theme,
      chooseTheme,
      loadsByItself,
      turnAutomaticLoading,
      openDialog,
      noted,
    ],
  )
  return {
    entries,
    isLoading: names.isPending || found.isFetching || areFacetsComing || (names.isError && settled !== text),
    failure: names.isError && found.isError ? 'Models could not be loaded' : '',
  }
}

/** Milliseconds since the last key after which a text is searched. */
const PAUSE = 200

/** The text as it was when it last stood still. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

function modelEntry({ endpoint_id, display_name, category }: ModelNames['models'][number]): PaletteEntry {
  return {
    key: `model ${endpoint_id}`,
    group: 'Models',
    name: display_name ?? endpoint_id,
    detail: endpoint_id,
    to: modelPath(endpoint_id),
    ...(category !== undefined && { category }),
  }
}

function foundEntry({ endpoint_id, metadata }: Model): PaletteEntry {
  return modelEntry({ endpoint_id, ...metadata })
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
