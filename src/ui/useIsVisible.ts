import { useCallback, useState } from 'react'

/** Whether the element given `ref` is on screen, or within `margin` of it; undefined until that is known. */
export function useIsVisible(margin: string) {
  const [isVisible, setIsVisible] = useState<boolean>()
  const ref = useCallback(
    (element: Element | null) => {
      if (!element) return undefined
      const observer = new IntersectionObserver(
        // A busy page hears of several changes at once, oldest first.
        (changes) => setIsVisible(changes.at(-1)?.isIntersecting ?? false),
        { rootMargin: margin },
      )
      observer.observe(element)
      return () => {
        observer.disconnect()
        // Not at once: for one that goes with its whole page, React would draw again before anything is painted.
        queueMicrotask(() => setIsVisible(undefined))
      }
    },
    [margin],
  )
  return [ref, isVisible] as const
}
