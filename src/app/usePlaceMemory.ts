import { useLayoutEffect, useRef } from 'react'
import { type Location, NavigationType, useLocation, useNavigationType } from 'react-router-dom'
import { Place } from './place.ts'
import { returnTo } from './returnTo.ts'
import { useIsHydrated } from './useIsHydrated.ts'
import { readInTab } from './tabStorage.ts'

/**
 * Back and forward return to the same thing at the same height, focused as it was. Heights alone would not do:
 * blocks that were never on screen only have estimated ones. Any other navigation starts at the top.
 */
export function usePlaceMemory() {
  const location = useLocation()
  const { pathname, search } = location
  const navigationType = useNavigationType()
  const name = nameOf(location)
  const isHydrated = useIsHydrated()
  const isReturning = useRef(false)

  useLayoutEffect(() => {
    history.scrollRestoration = 'manual'
    const place = navigationType === NavigationType.Pop ? rememberedPlace(location) : undefined
    if (place) {
      isReturning.current = true
      const stop = returnTo(place, () => {
        isReturning.current = false
      })
      return () => {
        isReturning.current = false
        stop()
      }
    }
    // On what the server drew, the browser went to the place that the fragment names by itself.
    if (isHydrated) window.scrollTo(0, 0)
    // What had the focus is gone with its page: the next page's start has it, and is read out.
    if (navigationType !== NavigationType.Pop && document.activeElement === document.body) {
      document.getElementById('content')?.focus({ preventScroll: true })
    }
    return undefined
    // A change of the fragment alone is the page's own business.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [pathname, search])

  // Ends with the page that it belongs to: the next page's start at the top is no place on this one.
  useLayoutEffect(() => {
    const whileShown = new AbortController()
    // On the way there, what one passes is no place to come back to.
    const isOnTheWay = () => isReturning.current
    // Nobody has a place to lose before the first paint.
    void import('./keepPlace.ts').then(({ keepPlace }) => keepPlace(name, isOnTheWay, whileShown.signal))
    return () => whileShown.abort()
  }, [name])
}

/** Where the reader was when they left this entry of the history. */
export function rememberedPlace(location: Location): Place | undefined {
  try {
    return Place.parse(JSON.parse(readInTab(nameOf(location)) ?? ''))
  } catch {
    // Never kept, or not by us.
    return undefined
  }
}

/** The first page of a tab always has the same key, whatever its address. */
function nameOf({ key, pathname, search, hash }: Location): string {
  return `place ${key} ${pathname}${search}${hash}`
}
