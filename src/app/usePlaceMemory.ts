import { useEffect, useLayoutEffect } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom'
import { pageStands } from './viewTransition.ts'

/** Where a reader was on a page: the topmost thing marked `data-place`, or the one with the focus. */
type Place = { scrollY: number; anchor?: string; anchorTop?: number; isFocused?: boolean }

const GIVE_UP_AFTER = 2000

/**
 * Back and forward return to the same thing at the same height, focused as it was. Heights alone would not do:
 * blocks that were never on screen only have estimated ones. Any other navigation starts at the top.
 */
export function usePlaceMemory() {
  const { key, pathname, search } = useLocation()
  const navigationType = useNavigationType()
  // The first page of a tab always has the same key, whatever its address.
  const name = `place ${key} ${pathname}${search}`

  useLayoutEffect(() => {
    history.scrollRestoration = 'manual'
    pageStands()
    if (navigationType !== NavigationType.Pop) {
      window.scrollTo(0, 0)
      // What had the focus is gone with its page: the next page's start has it, and is read out.
      if (document.activeElement === document.body) document.getElementById('content')?.focus()
      return undefined
    }
    return returnTo(readPlace(name))
    // A change of the fragment alone is the page's own business.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [pathname, search])

  useEffect(() => {
    const remember = () => sessionStorage.setItem(name, JSON.stringify(currentPlace()))
    // Captured before anything reacts to the click by leaving.
    window.addEventListener('click', remember, { capture: true })
    window.addEventListener('scrollend', remember)
    window.addEventListener('pagehide', remember)
    return () => {
      window.removeEventListener('click', remember, { capture: true })
      window.removeEventListener('scrollend', remember)
      window.removeEventListener('pagehide', remember)
    }
  }, [name])
}

function currentPlace(): Place {
  const marked = [...document.querySelectorAll<HTMLElement>('[data-place]')]
  const focused = marked.find((element) => element.contains(document.activeElement))
  const anchor = focused ?? marked.find((element) => element.getBoundingClientRect().bottom > 0)
  return {
    scrollY: window.scrollY,
    ...(anchor?.dataset['place'] !== undefined && {
      anchor: anchor.dataset['place'],
      anchorTop: anchor.getBoundingClientRect().top,
      isFocused: anchor === focused,
    }),
  }
}

function readPlace(name: string): Place {
  try {
    const place: unknown = JSON.parse(sessionStorage.getItem(name) ?? '')
    if (isPlace(place)) return place
  } catch {
    // Never saved, or not by us.
  }
  return { scrollY: 0 }
}

function isPlace(value: unknown): value is Place {
  return (
    typeof value === 'object' && value !== null && 'scrollY' in value && typeof value.scrollY === 'number'
  )
}

/** Goes there as soon as the page is long enough, unless the reader moves first. */
function returnTo({ scrollY, anchor, anchorTop = 0, isFocused }: Place): () => void {
  const gaveUpAt = performance.now() + GIVE_UP_AFTER
  let settledFrames = 0
  let frame = 0
  const arrive = () => {
    const target =
      anchor === undefined
        ? null
        : document.querySelector<HTMLElement>(`[data-place="${CSS.escape(anchor)}"]`)
    if (target) {
      window.scrollBy(0, target.getBoundingClientRect().top - anchorTop)
      if (isFocused) target.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true })
    } else {
      window.scrollTo(0, scrollY)
    }
    const isThere = target
      ? Math.abs(target.getBoundingClientRect().top - anchorTop) < 1
      : Math.abs(window.scrollY - scrollY) < 1
    // What comes into view is measured only now, and may push the place away once more.
    settledFrames = isThere ? settledFrames + 1 : 0
    if (settledFrames < 3 && performance.now() < gaveUpAt) frame = requestAnimationFrame(arrive)
    else stop()
  }
  const stop = () => {
    cancelAnimationFrame(frame)
    for (const type of ['wheel', 'touchstart', 'keydown'] as const) window.removeEventListener(type, stop)
  }
  for (const type of ['wheel', 'touchstart', 'keydown'] as const) {
    window.addEventListener(type, stop, { passive: true })
  }
  arrive()
  return stop
}
