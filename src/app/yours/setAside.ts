import { hold, readStored, store, useStored } from '#app/storage.ts'

/** What of a reader's own may be found damaged. */
export type SetAsideName = 'favourites' | 'recent' | 'compared' | 'visits'

const SET_ASIDE = 'set aside: '

/**
 * Moves what is stored under a name out of the way, behind what was set aside of it before. Where the browser has no room
 * for that, it stays as well, and what takes its place lasts as long as the page.
 */
export function setAside(name: SetAsideName, text: string) {
  const before = readStored(`${SET_ASIDE}${name}`)
  // First, as it makes room.
  store(name, undefined)
  if (store(`${SET_ASIDE}${name}`, before === undefined ? text : `${before}\n${text}`)) return
  hold(name, text)
  store(name, undefined)
}

/** What was set aside under a name; undefined when nothing was. */
export function useSetAside(name: SetAsideName): string | undefined {
  return useStored(`${SET_ASIDE}${name}`)
}

/** For a reader who does not want it any more. */
export function discardSetAside(name: SetAsideName) {
  store(`${SET_ASIDE}${name}`, undefined)
}
