import type { DialogName } from '#app/DialogContext.ts'
import { comparePath } from '#contract/comparePath.ts'
import { asCards, type BrowseFilters, withFilter, withoutNarrowing } from '#app/filters.ts'
import { browsePath } from '#app/links.ts'
import { type Theme, THEMES } from '#app/useTheme.ts'
import { linkForOthers } from '#app/yours/linkForOthers.ts'
import { copyText } from '#ui/copyText.ts'
import type { PaletteEntry } from './PaletteEntry.ts'

type Surroundings = {
  /** Those of the browse page, if that stands below the palette. */
  filters: BrowseFilters | undefined
  /** Whether the server has more than the documented endpoint. */
  hasExtensions: boolean
  /** Whether this browser was here before. */
  hasVisited: boolean
  theme: Theme
  chooseTheme: (theme: Theme) => void
  loadsByItself: boolean
  turnAutomaticLoading: (state: 'on' | 'off') => void
  hasSingleKeys: boolean
  turnSingleKeys: (state: 'on' | 'off') => void
  openDialog: (name: DialogName) => void
  /** The ids of the models that are noted for a comparison. */
  compared: readonly string[]
}

/** What can be done from the page that stands below the palette. */
export function actionEntries({
  filters,
  hasExtensions,
  hasVisited,
  theme,
  chooseTheme,
  loadsByItself,
  turnAutomaticLoading,
  hasSingleKeys,
  turnSingleKeys,
  openDialog,
  compared,
}: Surroundings): PaletteEntry[] {
  const go = (name: string, to: string, alias?: string): PaletteEntry => entry(name, { to }, alias)
  const act = (name: string, run: () => void | Promise<string>, alias?: string): PaletteEntry =>
    entry(name, { run }, alias)
  return [
    ...(filters
      ? [
          ...changesOfView(filters, hasExtensions, go),
          ...(hasExtensions
            ? [act('Choose filters', () => openDialog('filters'), 'narrow facets tags provider')]
            : []),
          act('Export this list', () => openDialog('export'), 'download csv json markdown save'),
          act('This view as an API request', () => openDialog('request'), 'curl code javascript python'),
        ]
      : [go('Browse all models', '/', 'home list catalogue')]),
    go(
      compared.length > 1 ? `Compare ${compared.length} models` : 'Compare models',
      comparePath(compared),
      'side by side difference schema',
    ),
    go('Saved models', browsePath({ mine: 'favourites' }), 'favourites stars'),
    go('Recently opened models', browsePath({ mine: 'recent' }), 'history viewed'),
    ...(hasVisited
      ? [go('New or changed since your last visit', browsePath({ mine: 'changed' }), 'updated news')]
      : []),
    act('Copy link to this page', copyLink, 'share url address'),
    ...THEMES.filter((choice) => choice !== theme).map((choice) =>
      act(THEME_NAMES[choice], () => chooseTheme(choice), 'theme appearance mode'),
    ),
    loadsByItself
      ? act('Load more by a button', () => turnAutomaticLoading('off'), 'automatic scrolling setting')
      : act('Load more while scrolling', () => turnAutomaticLoading('on'), 'automatic setting'),
    act('Keyboard shortcuts', () => openDialog('shortcuts'), 'help keys'),
    hasSingleKeys
      ? act('Turn single keys off', () => turnSingleKeys('off'), 'keyboard shortcuts setting')
      : act('Turn single keys on', () => turnSingleKeys('on'), 'keyboard shortcuts setting'),
  ]
}

async function copyLink(): Promise<string> {
  return copyText(linkForOthers() + location.hash).then(
    () => 'Link copied',
    () => 'Copying failed: the browser does not allow it here',
  )
}

const THEME_NAMES = {
  system: 'Appearance of the system',
  light: 'Light appearance',
  dark: 'Dark appearance',
} satisfies Record<Theme, string>

function changesOfView(
  filters: BrowseFilters,
  hasExtensions: boolean,
  go: (name: string, to: string, alias?: string) => PaletteEntry,
): PaletteEntry[] {
  const cleared = browsePath(withoutNarrowing(filters))
  const view =
    filters.view === 'table'
      ? go('Show as cards', browsePath(asCards(filters)), 'view grid')
      : go('Show as a table', browsePath(withFilter(filters, 'view', 'table')), 'view rows')
  return [
    ...(cleared === browsePath(filters) ? [] : [go('Clear all filters', cleared, 'reset remove')]),
    view,
    // A row is one model.
    ...(hasExtensions && filters.view !== 'table'
      ? [
          filters.variants === 'apart'
            ? go(
                'Fold variants into families',
                browsePath(withFilter(filters, 'variants', undefined)),
                'group',
              )
            : go(
                'Show variants apart',
                browsePath(withFilter(filters, 'variants', 'apart')),
                'families unfold',
              ),
        ]
      : []),
    ...(hasExtensions
      ? (
          [
            ['newest', 'Sort by newest'],
            ['updated', 'Sort by recently updated'],
            ['name', 'Sort by name'],
          ] as const
        )
          .filter(([order]) => order !== filters.sort)
          .map(([order, name]) => go(name, browsePath(withFilter(filters, 'sort', order)), 'order'))
      : []),
  ]
}

function entry(
  name: string,
  effect: { to: string } | { run: () => void | Promise<string> },
  alias?: string,
): PaletteEntry {
  return { key: `action ${name}`, group: 'Actions', name, ...(alias !== undefined && { alias }), ...effect }
}
