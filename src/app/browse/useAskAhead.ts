import { useQueryClient } from '@tanstack/react-query'
import { type PointerEvent, useRef } from 'react'
import { askAhead } from '#app/askAhead.ts'
import { readFilters } from '#app/filters.ts'

/** Milliseconds that a pointer stays on what someone means to press. */
const REST = 60

/**
 * Asks for what a link to another list would show, so that the answer is there when it is followed: once the pointer
 * rests on it, or as soon as it is pressed. For the element around the links.
 */
export function useAskAhead() {
  const queryClient = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  function ask({ target }: PointerEvent) {
    const link = target instanceof Element && target.closest('a')
    if (link) void askAhead(queryClient, readFilters(new URLSearchParams(link.search)))
  }
  return {
    onPointerDown: ask,
    onPointerOver: (event: PointerEvent) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => ask(event), REST)
    },
    onPointerLeave: () => clearTimeout(timer.current),
  }
}
