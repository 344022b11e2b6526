import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Sharp } from '#server/loadSharp.ts'
import { createPatience } from './createPatience.ts'
import { type FetchPicture, NoPictureError } from './fetchPicture.ts'
import type { PictureFiles } from './pictureFiles.ts'
import {
  type Bytes,
  type Rendition,
  RENDITION_FORMAT,
  RENDITIONS,
  type Renditions,
  renderPicture,
} from './renderPicture.ts'
import { takeTurns } from './takeTurns.ts'

export type PicturesOptions = {
  fetchPicture: FetchPicture
  files: PictureFiles
  /** Where it is not installed there are no pictures. */
  sharp: Sharp | undefined
  /** A line for whoever runs the server. */
  report: (line: string) => void
  /** Milliseconds that a reader waits for a picture that is not here yet. */
  readersPatience?: number
  /** Milliseconds after which what failed is tried again. */
  forgivenAfter?: number
}

export type Pictures = {
  /** What stands at an address, as one of its renditions; undefined when it cannot be had, or not soon. */
  get: (address: string, rendition: Rendition) => Promise<Bytes | undefined>
  close: () => void
}

/**
 * Pictures of other hosts, small and kept: each is fetched once, however many ask and for whichever size. What fails is
 * left alone for a minute, and so is a host that fails three times in a row.
 */
export function createPictures({
  fetchPicture,
  files,
  sharp,
  report,
  // Of the six connections that a browser makes to us, slow hosts must not hold all for long: searches take them too.
  readersPatience = 2000,
  forgivenAfter = 60_000,
}: PicturesOptions): Pictures {
  const closing = new AbortController()
  const fetchInTurn = takeTurns(AT_ONCE)
  // Some take much memory to decode.
  const renderInTurn = takeTurns(1)
  const badPictures = createPatience(1, forgivenAfter)
  const badHosts = createPatience(3, forgivenAfter)
  const running = new Map<string, Promise<Renditions>>()

  return {
    async get(address, rendition) {
      const kept = await files.read(fileName(address, rendition))
      if (kept || !sharp || isLeftAlone(address)) return kept
      const late = setTimeout(readersPatience, NOTHING, { ref: false })
      const renditions = await Promise.race([fetchOnce(sharp, address, rendition === 'animated'), late])
      return renditions[rendition]
    },
    close: () => closing.abort(),
  }

  function fetchOnce(sharp: Sharp, address: string, isAnimated: boolean): Promise<Renditions> {
    const key = `${isAnimated} ${address}`
    const known = running.get(key)
    if (known) return known
    const fetching = fetchInTurn(() => fetchAndKeep(sharp, address, isAnimated)).finally(() =>
      running.delete(key),
    )
    running.set(key, fetching)
    return fetching
  }

  async function fetchAndKeep(sharp: Sharp, address: string, isAnimated: boolean): Promise<Renditions> {
    const { host } = new URL(address)
    // Others may have failed while it waited for its turn.
    if (isLeftAlone(address) || closing.signal.aborted) return NOTHING
    try {
      const bytes = await fetchPicture(address, closing.signal)
      badHosts.forgive(host)
      const renditions = await renderInTurn(() => renderPicture(sharp, bytes, isAnimated))
      await Promise.all(
        RENDITIONS.map(async (rendition) => {
          const picture = renditions[rendition]
          if (picture) await files.write(fileName(address, rendition), picture)
        }),
      )
      return renditions
    } catch (error) {
      badPictures.note(address)
      if (!(error instanceof NoPictureError)) blame(host, error)
      return NOTHING
    }
  }

  function blame(host: string, error: unknown) {
    if (badHosts.isOver(host)) return
    badHosts.note(host)
    if (!badHosts.isOver(host)) return
    report(
      `${host} gives no pictures: ${error instanceof Error ? error.message : 'unknown'}; it is left alone for now`,
    )
  }

  function isLeftAlone(address: string): boolean {
    return badPictures.isOver(address) || badHosts.isOver(new URL(address).host)
  }
}

/** What tells the picture of an address from all others, in addresses that may be kept for ever. */
export function pictureVersion(address: string): string {
  return createHash('sha256').update(`${RENDITION_FORMAT} ${address}`).digest('hex').slice(0, 16)
}

/** Looking names up, files and sharp share four threads of the process: one of them stays free for the rest. */
const AT_ONCE = 3
const NOTHING: Renditions = {}

function fileName(address: string, rendition: Rendition): string {
  return `${pictureVersion(address)}.${rendition}.webp`
}
