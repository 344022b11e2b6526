import { pathsTo } from '#schema/locateField.ts'

/**
 * `link`: the field comes to the top of the screen, and has the focus. `match` and `found`: it is on the screen, and the
 * focus stays in the search box. `row`: it has the focus, and the screen stays.
 */
export type Goal = { path: string; manner: 'link' | 'match' | 'found' | 'row' }

const LIT_FOR = 2400

/** Leads the reader to a field, or to the nearest one around it that has a row of its own. */
export function goToField({ path, manner }: Goal) {
  const row = pathsTo(path)
    .toReversed()
    .map((each) => document.getElementById(each))
    .find((element) => element !== null)
  if (!row) return
  if (manner === 'link' || manner === 'row') row.focus({ preventScroll: true })
  if (manner !== 'row') row.scrollIntoView({ block: manner === 'link' ? 'start' : 'nearest' })
  if (manner === 'link' || manner === 'found') light(row)
}

/** By hand, for a moment: nothing is drawn anew for it. */
function light(row: HTMLElement) {
  row.dataset['lit'] = ''
  setTimeout(() => delete row.dataset['lit'], LIT_FOR)
}
