import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { CatalogueFileError, readCatalogueFile, writeCatalogueFile } from './catalogueFile.ts'

test('what is written is read back, and nothing else is left in the folder', async () => {
  const path = await written({ models: ['Kling', 'Σ'] })
  expect(await readCatalogueFile(path)).toEqual({ models: ['Kling', 'Σ'] })
  expect(await readdir(dirname(path))).toEqual(['catalogue.json'])
})

test('writing again replaces the file', async () => {
  const path = await written({ models: 1 })
  await writeCatalogueFile(path, { models: 2 })
  expect(await readCatalogueFile(path)).toEqual({ models: 2 })
})

test('a file that is not there is missing', async () => {
  await expect(readCatalogueFile('/nowhere/catalogue.json')).rejects.toMatchObject({ reason: 'missing' })
})

test.each<[how: string, change: (file: Buffer) => Buffer]>([
  ['cut short', (file) => file.subarray(0, -3)],
  ['cut within its header', (file) => file.subarray(0, 12)],
  ['empty', () => Buffer.alloc(0)],
  ['longer than it was', (file) => Buffer.concat([file, Buffer.from('}')])],
  [
    'changed in one byte',
    (file) => Buffer.from(file.map((byte, place) => (place === file.length - 4 ? byte ^ 1 : byte))),
  ],
  ['something else', () => Buffer.from('<html>\n</html>')],
])('a file that is %s is damaged', async (_, change) => {
  const path = await written({ models: ['a', 'b'] })
  await writeFile(path, change(await readFile(path)))
  await expect(readCatalogueFile(path)).rejects.toMatchObject({ reason: 'damaged' })
})

test('a file of another format is outdated, and the error says in one line what to do', async () => {
  const path = await written({ models: [] })
  const file = await readFile(path, 'utf8')
  await writeFile(path, file.replace(/"format":\d+/, '"format":0'))
  const error: unknown = await readCatalogueFile(path).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(CatalogueFileError)
  expect(error).toMatchObject({ reason: 'outdated' })
  expect(String(error)).toMatch(/^[^\n]+npm run build$/)
})

async function written(content: unknown): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'catalogue-')), 'catalogue.json')
  await writeCatalogueFile(path, content)
  return path
}
