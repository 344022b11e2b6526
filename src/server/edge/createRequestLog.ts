import type { AnsweredRequest } from './createEdge.ts'

/** Milliseconds for which lines are gathered: writing each alone would cost a fifth of the throughput. */
const GATHERING = 100
/** Bytes that are gathered at most: what a pipe takes without waiting for its reader. */
const CAPACITY = 65_536
const MAX_PATH_LENGTH = 200
/** Bytes. A letter of a path becomes six at most, as `\u0000`. */
const MAX_LINE_LENGTH = 6 * MAX_PATH_LENGTH + 400

/**
 * Writes one line of JSON for each request. Lines are put together by hand and kept as bytes: thousands of texts that
 * wait to be written would cost more to collect as garbage than all else here.
 */
export function createRequestLog(write: (lines: Uint8Array) => void) {
  let lines = Buffer.alloc(CAPACITY)
  let length = 0
  let timer: NodeJS.Timeout | undefined
  let now = { moment: 0, text: '' }
  let latest = { path: '', text: '""' }

  return {
    note({ id, method, path, status, duration }: AnsweredRequest) {
      if (length + MAX_LINE_LENGTH > CAPACITY) flush()
      const milliseconds = Math.round(duration * 100) / 100
      const line = `{"time":"${writeTime()}","id":"${id}","method":"${method}","path":${writePath(path)},"status":${status},"duration_ms":${milliseconds}}\n`
      length += lines.write(line, length)
      timer ??= setTimeout(flush, GATHERING)
    },
    flush,
  }

  /** Of this millisecond, in which there may be a dozen requests. */
  function writeTime(): string {
    const moment = Date.now()
    if (moment !== now.moment) now = { moment, text: new Date(moment).toISOString() }
    return now.text
  }

  /** It is all that a reader may write as they like. The most is asked of few paths, often of one many times. */
  function writePath(path: string): string {
    if (path !== latest.path) latest = { path, text: JSON.stringify(path.slice(0, MAX_PATH_LENGTH)) }
    return latest.text
  }

  /** Writes what was gathered. */
  function flush() {
    clearTimeout(timer)
    timer = undefined
    if (length === 0) return
    const gathered = lines.subarray(0, length)
    // The other end may read it later.
    lines = Buffer.alloc(CAPACITY)
    length = 0
    write(gathered)
  }
}
