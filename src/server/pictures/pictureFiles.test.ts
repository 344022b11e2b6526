import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPictureFiles } from './pictureFiles.ts'

const PICTURE = new Uint8Array(100).fill(7)

test('what is written is there, also after another start', async () => {
  const directory = join(mkdtempSync(join(tmpdir(), 'pictures-')), 'not-yet')
  const files = await open(directory)
  expect(await files.read('one')).toBeUndefined()
  await files.write('one', PICTURE)
  expect(await files.read('one')).toEqual(PICTURE)
  expect(await (await open(directory)).read('one')).toEqual(PICTURE)
})

test('the longest unused go when there are too many', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'pictures-'))
  const files = await open(directory, 350)
  for (const name of ['one', 'two', 'three']) await files.write(name, PICTURE)
  await files.read('one')
  await files.write('four', PICTURE)
  expect(readdirSync(directory).sort()).toEqual(['four', 'one', 'three'])
  for (const [age, name] of ['four', 'three', 'one'].entries())
    utimesSync(join(directory, name), 0, 100 - age)
  const later = await open(directory, 350)
  await later.write('five', PICTURE)
  expect(readdirSync(directory).sort()).toEqual(['five', 'four', 'three'])
  expect(await later.read('one')).toBeUndefined()
})

test('what a killed process did not finish is removed, what someone removed is missing', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'pictures-'))
  writeFileSync(join(directory, 'one.new'), PICTURE)
  utimesSync(join(directory, 'one.new'), 0, 0)
  writeFileSync(join(directory, 'two'), PICTURE)
  const files = await open(directory)
  rmSync(join(directory, 'two'))
  expect(await files.read('two')).toBeUndefined()
  expect(readdirSync(directory)).toEqual([])
})

test('a disk that cannot be written is reported once', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'pictures-')), 'a-file')
  writeFileSync(file, '')
  const lines: string[] = []
  const files = await openPictureFiles(file, (line) => lines.push(line))
  await files.write('one', PICTURE)
  await files.write('two', PICTURE)
  expect(lines).toEqual([expect.stringMatching(/^DATA_DIR: /)])
  expect(await files.read('one')).toBeUndefined()
})

function open(directory: string, maxBytes?: number) {
  const report = (line: string) => {
    throw new Error(line)
  }
  return openPictureFiles(directory, report, maxBytes)
}
