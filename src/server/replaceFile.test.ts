import { mkdtempSync, utimesSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { removeAbandoned, replaceFile } from './replaceFile.ts'

test('what could not be put in its place leaves nothing behind', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'replace-'))
  await mkdir(join(directory, 'taken/full'), { recursive: true })
  await expect(replaceFile(join(directory, 'taken'), new Uint8Array([1]))).rejects.toThrow(
    /EISDIR|ENOTEMPTY|EEXIST/,
  )
  expect(await readdir(directory)).toEqual(['taken'])
})

test('what cannot be removed stays, and stops nobody', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'replace-'))
  // No file: the removal fails, as it does on a disk that is only to be read.
  await mkdir(join(directory, 'one.new'))
  utimesSync(join(directory, 'one.new'), 0, 0)
  await removeAbandoned(directory)
  expect(await readdir(directory)).toEqual(['one.new'])
})
