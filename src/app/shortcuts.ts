import type { DialogName } from './DialogContext.ts'
import { readStored, store } from './storage.ts'

/** A way to do something from the keyboard. */
export type Shortcut = {
  does: string
  /** As people read them; `Mod` is ⌘ on Apple's keyboards and Ctrl on others. */
  keys: readonly string[]
  /** Opens this dialog. One without acts on the element marked `data-shortcut`, or is the browser's or the list's. */
  opens?: DialogName
}

/** Every shortcut: the handler acts by this list, and the help shows it. Keys that stand alone can be turned off. */
export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ['Mod K'], does: 'Go to any model, category or action', opens: 'palette' },
  { keys: ['/'], does: 'Search' },
  { keys: ['s'], does: 'Save the model, or take it out of the saved ones' },
  { keys: ['y'], does: 'Copy the id of the model' },
  { keys: ['?'], does: 'Show these shortcuts', opens: 'shortcuts' },
]

/** Keys that move within the list once one of its models has the focus. */
export const LIST_KEYS: readonly Shortcut[] = [
  { keys: ['←', '→', '↑', '↓'], does: 'Go to the model beside, above or below' },
  { keys: ['Home', 'End'], does: 'Go to the first or last of the row' },
  { keys: ['Page Up', 'Page Down'], does: 'Go to the model before or after' },
  { keys: ['Ctrl Home', 'Ctrl End'], does: 'Leave the list at its start or end' },
  { keys: ['Enter'], does: 'Open the model' },
]

/** Whether `Mod` is ⌘ here. */
export function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform)
}

const STORED_AS = 'single-key shortcuts'

/** Whether keys pressed alone act: who dictates, or hits keys by accident, can turn that off (WCAG 2.1.4). */
export function areSingleKeysOn(): boolean {
  return readStored(STORED_AS) !== 'off'
}

export function turnSingleKeys(state: 'on' | 'off') {
  store(STORED_AS, state)
}
