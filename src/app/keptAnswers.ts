import { hashKey } from '@tanstack/react-query'
import { readInTab, removeInTab } from './tabStorage.ts'

export const PREFIX = 'answer '
export const KEPT_FOR = 12 * 3_600_000

/**
 * Options of a query whose answers outlive the page: they are there again after a reload, and when a tab that was put
 * to sleep wakes up. `parse` throws at what is no such answer.
 */
export function keptAnswer<Answer>(queryKey: readonly unknown[], parse: (kept: unknown) => Answer) {
  const name = PREFIX + hashKey(queryKey)
  return {
    meta: { isKept: true },
    gcTime: KEPT_FOR,
    initialData: () => readAnswer(name, parse),
    initialDataUpdatedAt: () => splitTime(readInTab(name) ?? '').updatedAt,
  }
}

function readAnswer<Answer>(name: string, parse: (kept: unknown) => Answer): Answer | undefined {
  const text = readInTab(name)
  if (text === undefined) return undefined
  const { updatedAt, json } = splitTime(text)
  try {
    if (Number.isNaN(updatedAt)) throw new Error('no time')
    if (updatedAt > Date.now() - KEPT_FOR) return parse(JSON.parse(json))
  } catch (error) {
    // oxlint-disable-next-line no-console
    console.warn(`Ignored what this tab kept as "${name}":`, error)
  }
  removeInTab(name)
  return undefined
}

/** A kept text is the time of the answer and, after a space, the answer. */
export function splitTime(text: string): { updatedAt: number; json: string } {
  const end = text.indexOf(' ')
  return {
    updatedAt: /^\d+ /.test(text) ? Number(text.slice(0, end)) : Number.NaN,
    json: text.slice(end + 1),
  }
}
