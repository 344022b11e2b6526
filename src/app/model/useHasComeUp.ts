import { startTransition, useEffect, useState } from 'react'

/** Whether the page was painted since it is shown. */
export function useHasComeUp(isShown: boolean): boolean {
  const [hasComeUp, setHasComeUp] = useState(false)
  useEffect(() => {
    if (!isShown) return undefined
    let pause: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      // The frame itself is painted after this.
      pause = setTimeout(() => startTransition(() => setHasComeUp(true)))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(pause)
    }
  }, [isShown])
  return isShown && hasComeUp
}
