import type { Query, QueryClient } from '@tanstack/react-query'
import { KEPT_FOR, PREFIX, splitTime } from './keptAnswers.ts'
import { namesInTab, readInTab, removeInTab, storeInTab } from './tabStorage.ts'

/** Characters. Browsers give a tab about five million. */
const ROOM = 3_500_000

/** Keeps the answers of the queries that are to outlive the page, whenever it may be about to go: those shown first, then the newest. */
export function keepAnswers(queryClient: QueryClient) {
  const keep = () => writeAnswers(queryClient.getQueryCache().getAll())
  window.addEventListener('pagehide', keep)
  // The last that a page hears before it is put to sleep.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep()
  })
}

function writeAnswers(queries: Query[]) {
  const inMemory = queries
    .filter(({ meta, state }) => meta?.['isKept'] === true && state.status === 'success')
    .map((query) => ({
      name: PREFIX + query.queryHash,
      updatedAt: query.state.dataUpdatedAt,
      isShown: query.getObserversCount() > 0,
      data: query.state.data,
    }))
  const names = new Set(inMemory.map(({ name }) => name))
  // Of an earlier life of this tab, and not asked for since.
  const stored = namesInTab()
    .filter((name) => name.startsWith(PREFIX) && !names.has(name))
    .map((name) => ({ name, ...splitTime(readInTab(name) ?? ''), isShown: false, data: undefined }))
  let room = ROOM
  const writes: { name: string; text: string }[] = []
  const ranked = [...inMemory, ...stored].sort(
    (a, b) => Number(b.isShown) - Number(a.isShown) || b.updatedAt - a.updatedAt,
  )
  for (const { name, updatedAt, data } of ranked) {
    const before = readInTab(name)
    const isWritten = data === undefined || before?.startsWith(`${updatedAt} `) === true
    const text = isWritten ? (before ?? '') : `${updatedAt} ${JSON.stringify(data)}`
    room -= name.length + text.length
    if (room < 0 || !(updatedAt > Date.now() - KEPT_FOR)) removeInTab(name)
    else if (!isWritten) writes.push({ name, text })
  }
  // After the removals, which made room.
  for (const { name, text } of writes) storeInTab(name, text)
}
