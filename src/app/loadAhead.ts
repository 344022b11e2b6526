import type { ComponentType } from 'react'
import { lazyOrLoaded } from './lazyOrLoaded.tsx'
import type { SuggestionProps } from './SearchSuggestions.tsx'

export const [ModelPage, loadModelPage] = lazyOrLoaded(async () => {
  const { ModelPage, takeAnswer, loadParts } = await import('./model/ModelPage.tsx')
  return { default: ModelPage, takeAnswer, loadParts }
})

/** Fetches the code of the model page with all its parts, ahead of need when someone points at a card. */
export async function loadWholeModelPage() {
  const { loadParts } = await loadModelPage()
  await loadParts()
}

/** Fetches the code of the menu. A menu that cannot be had is empty: the page around it matters more. */
export async function loadMenu() {
  const { Menu } = await import('./Menu.tsx').catch(() => ({ Menu: () => null }))
  return { default: Menu }
}

/** Fetches the code of the filter sheet. */
export async function loadFilterSheet() {
  return (await import('./browse/FilterSheet.tsx')).FilterSheet
}

/** Fetches the code of the palette. */
export async function loadPalette() {
  return (await import('./palette/Palette.tsx')).Palette
}

/** Fetches the code of the search box's suggestions. A box without them still searches. */
export async function loadSearchSuggestions(): Promise<{ default: ComponentType<SuggestionProps> }> {
  const { SearchSuggestions } = await import('./SearchSuggestions.tsx').catch(() => ({
    SearchSuggestions: () => null,
  }))
  return { default: SearchSuggestions }
}

/** Fetches what is likely to be wanted next, so that it opens at once, and also when the network is gone by then. */
export async function loadAhead() {
  await Promise.allSettled([
    loadWholeModelPage(),
    loadMenu(),
    loadFilterSheet(),
    loadPalette(),
    loadSearchSuggestions(),
  ])
}
