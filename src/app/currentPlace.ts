import { controlsOf, type Place } from './place.ts'

/** Where the reader is on the page: at the thing marked `data-place` that has the focus, or the topmost one. */
export function currentPlace(): Place {
  const { scrollY } = window
  const focused = document.activeElement?.closest<HTMLElement>('[data-place]')
  const anchor = focused ?? topmost()
  const name = anchor?.dataset['place']
  if (!anchor || name === undefined) return { scrollY }
  const control = focused ? controlsOf(focused).findIndex((one) => one === document.activeElement) : -1
  return {
    scrollY,
    anchor: name,
    anchorTop: anchor.getBoundingClientRect().top,
    ...(focused && { focused: Math.max(control, 0) }),
  }
}

const STEP = 40

/**
 * Found by looking at the screen: to measure a thousand things would lay out all that the browser skips. It skips what
 * has just come on screen, too.
 */
function topmost(): HTMLElement | undefined {
  const x = document.documentElement.clientWidth / 8
  for (let y = STEP; y < window.innerHeight; y += STEP) {
    const place = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-place]')
    if (place) return place
  }
  const all = [...document.querySelectorAll<HTMLElement>('[data-place]')]
  return all.find((place) => place.getBoundingClientRect().bottom > STEP)
}
