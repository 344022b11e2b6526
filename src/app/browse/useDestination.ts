import { useState } from 'react'
import { type Location, NavigationType, useLocation, useNavigationType } from 'react-router-dom'
import type { Place } from '#app/place.ts'
import { rememberedPlace } from '#app/usePlaceMemory.ts'

/** Below the header and the chips. */
const BELOW_HEADER = 140

/** Where the way back or the address lead to in the list, decided when this entry of the history is entered. */
export function useDestination(): Place | undefined {
  const location = useLocation()
  const navigationType = useNavigationType()
  const [entered, setEntered] = useState(() => ({
    location,
    place: findDestination(location, navigationType),
  }))
  const { key, hash } = entered.location
  if (location.key === key && location.hash === hash) return entered.place
  const place = findDestination(location, navigationType)
  setEntered({ location, place })
  return place
}

function findDestination(location: Location, navigationType: NavigationType): Place | undefined {
  const remembered = navigationType === NavigationType.Pop ? rememberedPlace(location) : undefined
  if (remembered) return remembered
  const anchor = readFragment(location.hash)
  return anchor === undefined ? undefined : { scrollY: 0, anchor, anchorTop: BELOW_HEADER, focused: 0 }
}

/** The model to which the fragment of a list's address leads: `#fal-ai/flux/dev`. */
function readFragment(hash: string): string | undefined {
  try {
    return decodeURIComponent(hash.slice(1)).trim() || undefined
  } catch {
    // Not written by us.
    return undefined
  }
}
