import type { DialogName } from './DialogContext.ts'
import { readStored } from './storage.ts'

/**
 * Every shortcut, and the dialog that it opens; one without acts on the element marked `data-shortcut`. The handler acts
 * by this list, and the help explains it. `Mod` is ⌘ on Apple's keyboards and Ctrl on others; keys that stand alone can
 * be turned off.
 */
export const SHORTCUTS = {
  'Mod K': 'palette',
  '/': undefined,
  s: undefined,
  c: undefined,
  y: undefined,
  '?': 'shortcuts',
} as const satisfies Record<string, DialogName | undefined>
export type ShortcutKey = keyof typeof SHORTCUTS

export function isShortcut(keys: string): keys is ShortcutKey {
  return Object.hasOwn(SHORTCUTS, keys)
}

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
