import type { ComponentType } from 'react'
import type { SuggestionProps } from './SearchSuggestions.tsx'

let ModelPageAhead: ComponentType | undefined

/** Fetches the code of the model page, ahead of need when someone points at a card. */
export async function loadModelPage() {
  const { ModelPage, takeAnswer } = await import('./model/ModelPage.tsx')
  ModelPageAhead = ModelPage
  return { default: ModelPage, takeAnswer }
}

/** The model page where its code is there already: a lazy one would be drawn twice, and never with the first frame. */
export function modelPageAhead(): ComponentType | undefined {
  return ModelPageAhead
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
    loadModelPage(),
    import('./model/CallPanels.tsx'),
    loadMenu(),
    loadFilterSheet(),
    loadPalette(),
    loadSearchSuggestions(),
  ])
}
