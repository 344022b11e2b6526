import { setTimeout } from 'node:timers/promises'
import { diskFailure } from '#server/diskFailure.ts'
import type { Upstream } from './createUpstream.ts'
import type { Journal } from './journal.ts'
import type { Mirror } from './mirror.ts'
import type { MirrorFile } from './mirrorFile.ts'
import type { Patience } from './persist.ts'
import { refreshMirror, type RefreshOptions } from './refreshMirror.ts'

export type KeepOptions = Pick<RefreshOptions, 'onProgress'> & {
  upstream: Upstream
  journal: Journal
  file: MirrorFile
  /** Of an earlier process. */
  first: Mirror | undefined
  /** Milliseconds between two refreshes. */
  refreshEvery: number
  patience?: Patience | undefined
  /** Is given each mirror that is whole, newer or with more schemas than the one before. */
  onMirror: (mirror: Mirror) => void
  /** Is called when the endpoint begins to fail, and when it is well again or nothing is to come any more. */
  onTrouble: () => void
  /** A line for whoever runs the server. */
  report: (line: string) => void
}

export type KeptMirror = {
  /** Since when the endpoint does not give what it should, ISO 8601. */
  readonly failingSince: string | undefined
  /** Whether the last refresh left nothing to come. */
  readonly isSettled: boolean
  close: () => void
}

/** Reads the live endpoint again and again, sooner after a failure, and keeps what it tells on disk. */
export function keepMirror({
  upstream,
  journal,
  file,
  first,
  refreshEvery,
  patience,
  onMirror,
  onTrouble,
  report,
  onProgress,
}: KeepOptions): KeptMirror {
  const closing = new AbortController()
  const { signal } = closing
  let last = first
  let failingSince: string | undefined
  let isSettled = false
  void keepFresh()

  return {
    get failingSince() {
      return failingSince
    },
    get isSettled() {
      return isSettled
    },
    close: () => closing.abort(),
  }

  async function keepFresh() {
    let failures = 0
    // Its age is below nothing where the clock was put back meanwhile.
    const age = isWhole(last) ? Math.max(0, Date.now() - Date.parse(last.as_of)) : Infinity
    let wait = Math.max(0, refreshEvery - age)
    while (await passes(wait, signal)) {
      const before = [isSettled, failingSince]
      isSettled = await refresh()
      if (before[0] !== isSettled || before[1] !== failingSince) onTrouble()
      failures = isSettled ? 0 : failures + 1
      wait = isSettled ? refreshEvery : Math.min(refreshEvery, SOON * 2 ** failures)
    }
  }

  /** Whether all is as it should be. */
  async function refresh(): Promise<boolean> {
    try {
      const { mirror, failure } = await refreshMirror({
        upstream,
        journal,
        last,
        patience,
        signal,
        onListed: take,
        onProgress,
      })
      // What was noted is part of the mirror on disk from now on.
      if (await take(mirror)) await journal.clear()
      if (failure !== undefined) throw failure
      failingSince = undefined
      report(`${upstream.name}: ${mirror.models.length} models as of ${mirror.as_of}`)
      return true
    } catch (error) {
      if (signal.aborted) return false
      failingSince ??= new Date().toISOString()
      const meanwhile = last ? `; the models of ${last.as_of} serve meanwhile` : ''
      report(`${error instanceof Error ? error.message : String(error)}${meanwhile}`)
      return false
    }
  }

  /** Whether it is on disk, too. */
  async function take(mirror: Mirror): Promise<boolean> {
    onMirror(mirror)
    last = mirror
    try {
      await file.save(mirror)
      return true
    } catch (error) {
      report(diskFailure(error))
      return false
    }
  }
}

/** Milliseconds; doubled before the first attempt after a failure. */
const SOON = 15_000

function isWhole(mirror: Mirror | undefined): mirror is Mirror {
  return mirror?.models.every(({ endpoint_id }) => mirror.schemas[endpoint_id]) ?? false
}

/** Whether the time passed before we were stopped. */
async function passes(time: number, signal: AbortSignal): Promise<boolean> {
  await setTimeout(time, undefined, { signal }).catch(() => {})
  return !signal.aborted
}
