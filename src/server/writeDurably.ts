import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Writes a file, or `a`, adds to its end; done only once the disk has it. Makes the directories on the way. */
export async function writeDurably(path: string, content: string | Uint8Array, flag: 'w' | 'a') {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, flag)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}
