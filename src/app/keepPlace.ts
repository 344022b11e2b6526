import { currentPlace } from './currentPlace.ts'
import { storeInTab } from './tabStorage.ts'

/** Milliseconds after which someone who stopped scrolling reads: each notch of a wheel ends a scroll of its own. */
const REST = 200

/** Keeps where the reader is, under a name, whenever they may be about to leave; until the signal comes. */
export function keepPlace(name: string, isOnTheWay: () => boolean, signal: AbortSignal) {
  const remember = () => {
    if (!isOnTheWay() && !signal.aborted) storeInTab(name, JSON.stringify(currentPlace()))
  }
  let resting: ReturnType<typeof setTimeout> | undefined
  const rememberAtRest = () => {
    clearTimeout(resting)
    resting = setTimeout(remember, REST)
  }
  const rememberAtEnter = ({ key }: KeyboardEvent) => {
    if (key === 'Enter') remember()
  }
  // Captured before anything reacts by leaving.
  window.addEventListener('click', remember, { capture: true, signal })
  window.addEventListener('keydown', rememberAtEnter, { capture: true, signal })
  window.addEventListener('popstate', remember, { capture: true, signal })
  window.addEventListener('scrollend', rememberAtRest, { signal })
  window.addEventListener('pagehide', remember, { signal })
  // The last that a page hears before it is put to sleep.
  document.addEventListener('visibilitychange', remember, { signal })
}
