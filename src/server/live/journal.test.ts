import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openJournal } from './journal.ts'

test('what was noted is there in the next process, whatever its texts hold', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'journal-')), 'journal.txt')
  const schemas = { 'maker/model': { openapi: { info: { description: 'one\n\u2028two\u2029\r' } } } }
  await (await openJournal(path, () => {})).note(schemas)
  expect((await openJournal(path, () => {})).schemas).toEqual(schemas)
})

test('a disk that cannot be read or written is reported once, and what is noted lasts as long as the process', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'journal-'))
  const lines: string[] = []
  const journal = await openJournal(directory, (line) => lines.push(line))
  await journal.note({ one: { openapi: {} } })
  await journal.note({ two: { openapi: {} } })
  expect(Object.keys(journal.schemas)).toEqual(['one', 'two'])
  expect(lines).toEqual([expect.stringMatching(/^DATA_DIR: /)])
})
