import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import * as z from 'zod/mini'
import { diskFailure, isMissing } from '#server/diskFailure.ts'
import { writeDurably } from '#server/writeDurably.ts'
import { MIRROR_FORMAT, type MirroredSchemas } from './mirror.ts'

export type Journal = {
  /** What was noted before, this time or in a process that was stopped. */
  readonly schemas: Readonly<MirroredSchemas>
  note: (schemas: MirroredSchemas) => Promise<void>
  /** Forgets all, once it is part of a mirror. */
  clear: () => Promise<void>
}

/**
 * Schemas that were fetched and are not yet part of a mirror on disk, a line with its checksum for each page of them. The
 * last line of a process that was killed may be torn; what stands before it holds. A disk that fails is reported, once:
 * what is noted then lasts as long as the process.
 */
export async function openJournal(path: string, report: (line: string) => void): Promise<Journal> {
  let hasFailed = false
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (!isMissing(error)) reportFailure(error)
    return ''
  })
  let schemas: MirroredSchemas = {}
  for (const line of text.split('\n')) Object.assign(schemas, readLine(line))

  return {
    get schemas() {
      return schemas
    },
    async note(fetched) {
      Object.assign(schemas, fetched)
      // Begins a line of its own also behind a torn one.
      await writeDurably(path, `\n${writeLine(fetched)}\n`, 'a').catch(reportFailure)
    },
    async clear() {
      schemas = {}
      await rm(path, { force: true }).catch(reportFailure)
    },
  }

  function reportFailure(error: unknown) {
    if (!hasFailed) report(diskFailure(error))
    hasFailed = true
  }
}

/** The checksum vouches for what is inside: we wrote it. */
const Schemas = z.custom<MirroredSchemas>()

function writeLine(schemas: MirroredSchemas): string {
  const json = JSON.stringify(schemas)
  return `${MIRROR_FORMAT} ${checksum(json)} ${json}`
}

function readLine(line: string): MirroredSchemas {
  const [, format, sum, json = ''] = /^(\S+) (\S+) ([^]*)$/.exec(line) ?? []
  return format === String(MIRROR_FORMAT) && sum === checksum(json) ? Schemas.parse(JSON.parse(json)) : {}
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
