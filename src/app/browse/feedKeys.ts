import type { KeyboardEvent } from 'react'
import { GRID_KEYS, type GridKey, placeInGrid } from './placeInGrid.ts'

/**
 * Acts on a key pressed within a list of models: arrows, Home and End in the grid; Page Up and Down between articles,
 * Ctrl+Home and Ctrl+End out of it, as the feed pattern has them. `moves` are the keys that lead from model to model.
 * Gives back the key when it leads past the last model that is there.
 */
export function takeFeedKey(
  event: KeyboardEvent,
  feed: HTMLElement,
  moves: readonly GridKey[] = GRID_KEYS,
): GridKey | undefined {
  if (event.ctrlKey && (event.key === 'Home' || event.key === 'End')) {
    if (leaveFeed(event.key, feed)) event.preventDefault()
    return undefined
  }
  // On the head of a table, say, the keys are the browser's.
  if (!feed.querySelector('[data-place]:focus-within')) return undefined
  const pressed = PAGE_KEYS[event.key] ?? event.key
  const key = moves.find((known) => known === pressed)
  if (!key || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return undefined
  if (moveInGrid(key, feed)) event.preventDefault()
  else if (key === 'ArrowRight' || key === 'ArrowDown') return key
  return undefined
}

/** The feed pattern's own keys for the next article and the one before. */
const PAGE_KEYS: Record<string, GridKey> = { PageDown: 'ArrowRight', PageUp: 'ArrowLeft' }

/** Gives the focus to the card that the key leads to, if there is one. */
export function moveInGrid(key: GridKey, feed: HTMLElement): boolean {
  const links = [...feed.querySelectorAll<HTMLElement>('[data-card-link]')]
  const cardOf = (place: number) => links[place]?.closest<HTMLElement>('[data-place]')
  const current = links.findIndex((_, place) => cardOf(place)?.contains(document.activeElement))
  if (current === -1) return false
  const next = placeInGrid(
    key,
    current,
    links.length,
    (place) => cardOf(place)?.getBoundingClientRect() ?? { left: 0, top: 0 },
  )
  if (next === undefined) return false
  // All of the card, of which the link is the smaller part.
  links[next]?.focus({ preventScroll: true })
  cardOf(next)?.scrollIntoView({ block: 'nearest' })
  return true
}

/** To the last control before the list, or the first behind it, if there is one. */
function leaveFeed(key: 'Home' | 'End', feed: HTMLElement): boolean {
  const all = [...document.querySelectorAll<HTMLElement>('a[href], button:not(:disabled), input')]
  const outside = all.filter((element) => !feed.contains(element) && element.checkVisibility())
  const isBefore = (element: HTMLElement) =>
    Boolean(element.compareDocumentPosition(feed) & Node.DOCUMENT_POSITION_FOLLOWING)
  const target = key === 'Home' ? outside.findLast(isBefore) : outside.find((element) => !isBefore(element))
  target?.focus()
  return target !== undefined
}
