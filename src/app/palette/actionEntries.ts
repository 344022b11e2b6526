import type { DialogName } from '#app/DialogContext.ts'
import { comparePath } from '#contract/comparePath.ts'
import { type BrowseFilters, withFilter } from '#app/filters.ts'
import { browsePath } from '#app/links.ts'
import { type Theme, THEMES } from '#app/useTheme.ts'
import { copyText } from '#ui/copyText.ts'
import type { PaletteEntry } from './PaletteEntry.ts'

/** What can be done from the page that stands below the palette. `filters` are those of the browse page, if it is that. */
export function actionEntries({
  filters,
  theme,
  chooseTheme,
  openDialog,
  compared,
}: {
  filters: BrowseFilters | undefined
  theme: Theme
  chooseTheme: (theme: Theme) => void
  openDialog: (name: DialogName) => void
  /** The ids of the models that are noted for a comparison. */
  compared: readonly string[]
}): PaletteEntry[] {
  const go = (name: string, to: string, alias?: string): PaletteEntry => entry(name, { to }, alias)
  const act = (name: string, run: () => void | Promise<string>, alias?: string): PaletteEntry =>
    entry(name, { run }, alias)
  return [
    ...(filters
      ? [
          ...changesOfView(filters, go),
          act('Export this list', () => openDialog('export'), 'download csv json markdown save'),
          act('This view as an API request', () => openDialog('request'), 'curl code javascript python'),
        ]
      : [go('Browse all models', '/', 'home list catalogue')]),
    go(
      compared.length > 1 ? `Compare ${compared.length} models` : 'Compare models',
      comparePath(compared),
      'side by side difference schema',
    ),
    act('Copy link to this page', copyLink, 'share url address'),
    ...THEMES.filter((choice) => choice !== theme).map((choice) =>
      act(THEME_NAMES[choice], () => chooseTheme(choice), 'theme appearance mode'),
    ),
    act('Keyboard shortcuts', () => openDialog('shortcuts'), 'help keys'),
  ]
}

async function copyLink(): Promise<string> {
  return copyText(location.href).then(
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
  go: (name: string, to: string, alias?: string) => PaletteEntry,
): PaletteEntry[] {
  const { view, variants, sort, ...narrowing } = filters
  const look = { ...(view && { view }), ...(variants && { variants }), ...(sort && { sort }) }
  return [
    ...(Object.keys(narrowing).length > 0 ? [go('Clear all filters', browsePath(look), 'reset remove')] : []),
    view === 'table'
      ? go('Show as cards', browsePath(withFilter(filters, 'view', undefined)), 'view grid')
      : go('Show as a table', browsePath(withFilter(filters, 'view', 'table')), 'view rows'),
    ...(variants === 'apart'
      ? [go('Fold variants into families', browsePath(withFilter(filters, 'variants', undefined)), 'group')]
      : [go('Show variants apart', browsePath(withFilter(filters, 'variants', 'apart')), 'families unfold')]),
    ...(
      [
        ['newest', 'Sort by newest'],
        ['updated', 'Sort by recently updated'],
        ['name', 'Sort by name'],
      ] as const
    )
      .filter(([order]) => order !== sort)
      .map(([order, name]) => go(name, browsePath(withFilter(filters, 'sort', order)), 'order')),
  ]
}

function entry(
  name: string,
  effect: { to: string } | { run: () => void | Promise<string> },
  alias?: string,
): PaletteEntry {
  return { key: `action ${name}`, group: 'Actions', name, ...(alias !== undefined && { alias }), ...effect }
}
