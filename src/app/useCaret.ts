import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Follows the caret of a text box. When a word leaves the text by itself, the caret stays where it was among the rest. */
export function useCaret(
  input: RefObject<HTMLInputElement | null>,
  text: string,
  caret: number,
  onCaret: (caret: number) => void,
) {
  const typed = useRef(text)
  const wanted = useRef<number>(undefined)

  useLayoutEffect(() => {
    const before = typed.current
    if (text === before) return
    typed.current = text
    const isAhead = text.startsWith(before.slice(0, caret))
    const place = wanted.current ?? (isAhead ? caret : Math.max(0, text.length - (before.length - caret)))
    wanted.current = undefined
    if (document.activeElement === input.current) input.current?.setSelectionRange(place, place)
    onCaret(place)
    // Only text that nobody typed moves the caret.
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [text])

  return {
    noteCaret: ({ value, selectionStart }: HTMLInputElement) => onCaret(selectionStart ?? value.length),
    noteTyped: ({ value, selectionStart }: HTMLInputElement) => {
      typed.current = value
      onCaret(selectionStart ?? value.length)
    },
    /** Puts it there once the text has changed. */
    moveCaret: (place: number) => {
      wanted.current = place
    },
  }
}
