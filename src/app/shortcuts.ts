import type { DialogName } from './DialogContext.ts'
import { readStored } from './storage.ts'

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
  { keys: ['c'], does: 'Note the model for a comparison, or take it out' },
  { keys: ['y'], does: 'Copy the id of the model' },
  { keys: ['?'], does: 'Show these shortcuts', opens: 'shortcuts' },
]

/** Whether `Mod` is ⌘ here. */
export function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform)
}

/** Under what it is stored whether they do. */
export const SINGLE_KEYS = 'single-key shortcuts'

/** Whether keys pressed alone act: who dictates, or hits keys by accident, can turn that off (WCAG 2.1.4). */
export function areSingleKeysOn(): boolean {
  return readStored(SINGLE_KEYS) !== 'off'
}
