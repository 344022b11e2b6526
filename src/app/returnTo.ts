import { controlsOf, findPlace, type Place } from './place.ts'

/** How long to wait for a page to become long enough. */
const GIVE_UP_AFTER = 2000
const SETTLED_FRAMES = 3
/** What a reader does who moves on by themselves. */
export const MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/**
 * Goes to a place as soon as the page has it, unless the reader moves first, and says when that is over. Gives back
 * what stops it.
 */
export function returnTo(
  { scrollY, anchor, anchorTop = 0, focused }: Place,
  onEnd: () => void = () => undefined,
): () => void {
  const gaveUpAt = performance.now() + GIVE_UP_AFTER
  let settledFrames = 0
  let frame = 0
  const arrive = () => {
    const target = anchor === undefined ? null : findPlace(anchor)
    const before = window.scrollY
    if (target) {
      const distance = target.getBoundingClientRect().top - anchorTop
      if (Math.abs(distance) >= 1) window.scrollBy(0, distance)
      if (focused !== undefined) {
        const controls = controlsOf(target)
        ;(controls[focused] ?? controls[0])?.focus({ preventScroll: true })
      }
    } else {
      window.scrollTo(0, scrollY)
    }
    // What comes into view is measured only now, and may push the place away once more. A page may also have become
    // too short to go all the way.
    const isThere = target ? window.scrollY === before : Math.abs(window.scrollY - scrollY) < 1
    settledFrames = isThere ? settledFrames + 1 : 0
    const isSettled = settledFrames >= SETTLED_FRAMES && (target !== null || anchor === undefined)
    if (isSettled || (!target && performance.now() > gaveUpAt)) end()
    else frame = requestAnimationFrame(arrive)
  }
  const stop = () => {
    cancelAnimationFrame(frame)
    for (const type of MOVES) window.removeEventListener(type, end)
  }
  const end = () => {
    stop()
    onEnd()
  }
  for (const type of MOVES) window.addEventListener(type, end, { passive: true })
  arrive()
  return stop
}
