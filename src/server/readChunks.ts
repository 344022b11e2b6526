import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'

/**
 * The addresses of the scripts that a module of the built app is made of, without those that every page has. None where
 * the build left no account of them.
 */
export function readChunks(directory: string, module: string): string[] {
  const path = join(directory, '.vite/manifest.json')
  if (!existsSync(path)) return []
  const manifest = Manifest.parse(JSON.parse(readFileSync(path, 'utf8')))
  const chunks = new Set<string>()
  const add = (key: string) => {
    const chunk = manifest[key]
    if (!chunk || chunk.isEntry || chunks.has(`/${chunk.file}`)) return
    chunks.add(`/${chunk.file}`)
    for (const needed of chunk.imports ?? []) add(needed)
  }
  add(module)
  return [...chunks]
}

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.optional(z.boolean()),
    imports: z.optional(z.array(z.string())),
  }),
)
