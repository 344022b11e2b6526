import { useQueryClient } from '@tanstack/react-query'
import { type PointerEvent, useRef } from 'react'
import { readFilters, searchQuestion } from '#app/filters.ts'
import { modelQueries } from '#app/queries.ts'

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
    if (!link) return
    const question = searchQuestion(readFilters(new URLSearchParams(link.search)))
    // What fails here fails again, visibly, when it is needed.
    void queryClient.infiniteQuery(modelQueries.search(question)).catch(() => undefined)
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
