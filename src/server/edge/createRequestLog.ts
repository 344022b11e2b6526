import type { AnsweredRequest } from './createEdge.ts'

/** Milliseconds for which lines are gathered: writing each alone would cost a fifth of the throughput. */
const GATHERING = 100
const MAX_PATH_LENGTH = 200

/** Writes one line of JSON for each request. */
export function createRequestLog(write: (text: string) => void) {
  let lines: string[] = []
  let timer: NodeJS.Timeout | undefined

  return {
    note({ id, method, path, status, duration }: AnsweredRequest) {
      const line = {
        time: new Date().toISOString(),
        id,
        method,
        path: path.slice(0, MAX_PATH_LENGTH),
        status,
        duration_ms: Math.round(duration * 100) / 100,
      }
      lines.push(JSON.stringify(line))
      timer ??= setTimeout(flush, GATHERING)
    },
    flush,
  }

  /** Writes what was gathered. */
  function flush() {
    clearTimeout(timer)
    timer = undefined
    if (lines.length > 0) write(`${lines.join('\n')}\n`)
    lines = []
  }
}
