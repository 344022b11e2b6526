import { useLayoutEffect } from 'react'
import type { DialogName } from './DialogContext.ts'
import { areSingleKeysOn, isApple, isShortcut, SHORTCUTS } from './shortcuts.ts'

/** Acts on the keys of `SHORTCUTS`, on every page. Keys that the browser or a text field wants are left to them. */
export function useShortcuts(openDialog: (name: DialogName) => void) {
  // Before what they lead to is seen.
  useLayoutEffect(() => {
    function act(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing) return
      const pressed = nameKeys(event)
      if (!isShortcut(pressed) || (isSingle(pressed) && (isTyping(event) || !areSingleKeysOn()))) return
      // Behind a dialog nothing happens, nor does what the browser would do by itself.
      if (document.querySelector('dialog:modal')) {
        event.preventDefault()
        return
      }
      const dialog = SHORTCUTS[pressed]
      const target = dialog === undefined ? findTarget(event.key) : undefined
      if (target === null) return
      event.preventDefault()
      if (dialog) openDialog(dialog)
      else if (target instanceof HTMLInputElement) focusAll(target)
      else target?.click()
    }
    document.addEventListener('keydown', act)
    return () => document.removeEventListener('keydown', act)
  }, [openDialog])
}

/** The keys as `SHORTCUTS` names them. */
function nameKeys({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const [mod, other] = isApple() ? [metaKey, ctrlKey] : [ctrlKey, metaKey]
  if (other || altKey || (mod && shiftKey)) return ''
  return mod ? `Mod ${key.toUpperCase()}` : key
}

function isSingle(keys: string): boolean {
  return !keys.startsWith('Mod')
}

function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
}

function focusAll(input: HTMLInputElement) {
  input.focus()
  input.select()
}

/** The control that a key stands for: that of the model in focus, or under the pointer, or else the page's own. */
function findTarget(key: string): HTMLElement | null {
  const control = `[data-shortcut="${CSS.escape(key)}"]`
  return (
    document.querySelector<HTMLElement>(`[data-place]:focus-within ${control}`) ??
    document.querySelector<HTMLElement>(`[data-place]:hover ${control}`) ??
    [...document.querySelectorAll<HTMLElement>(control)].find(
      (one) => !one.closest('[data-place], [data-ahead]'),
    ) ??
    null
  )
}
