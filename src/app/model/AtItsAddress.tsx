import { type ReactNode, use, useState } from 'react'
import { type Location, NavigationType, UNSAFE_LocationContext as LocationContext } from 'react-router-dom'
import { readOrigin } from './readOrigin.ts'

/**
 * What a page that is drawn ahead knows of the address: it is there already. So nothing changes for it, and nothing is
 * drawn anew, when the reader comes.
 */
export function AtItsAddress({
  path,
  isShown,
  children,
}: {
  path: string
  isShown: boolean
  children: ReactNode
}) {
  const now = use(LocationContext)
  const [ahead] = useState(() => (isShown ? undefined : arrivalAt(path, now.location)))
  return (
    <LocationContext value={ahead && (!isShown || isArrival(now, ahead)) ? ahead : now}>
      {children}
    </LocationContext>
  )
}

type Arrival = { location: Location; navigationType: NavigationType }

function arrivalAt(path: string, { pathname, search }: Location): Arrival {
  const state = { from: `${pathname}${search}` }
  return {
    location: { pathname: path, search: '', hash: '', state, key: 'ahead' },
    navigationType: NavigationType.Push,
  }
}

/** Whether it is how the reader was to arrive; the key of the entry alone could not be known. */
function isArrival({ location, navigationType }: Arrival, ahead: Arrival): boolean {
  return (
    navigationType === ahead.navigationType &&
    location.search === '' &&
    location.hash === '' &&
    readOrigin(location.state) === readOrigin(ahead.location.state)
  )
}
