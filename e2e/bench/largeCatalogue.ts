import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'

/**
 * A copy of what is built, in a folder of its own, over as many models as are wanted: those of the catalogue over and over,
 * each time under other names made of invented words. Gives the folder.
 */
export async function buildLargeCatalogue(count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `models-${count}-`))
  for (const part of ['app', 'server']) await cp(join('dist', part), join(folder, part), { recursive: true })
  await mkdir(join(folder, 'catalogue'))
  const [header = '', content = ''] = (await readFile('dist/catalogue/catalogue.json', 'utf8')).split('\n')
  const { format } = z.object({ format: z.number() }).parse(JSON.parse(header))
  const { models, ...rest } = Catalogue.parse(JSON.parse(content))
  const many = Array.from({ length: count }, (_, place) => rename(models[place % models.length], place))
  const payload = JSON.stringify({ ...rest, models: many })
  const sha256 = createHash('sha256').update(payload).digest('hex')
  const newHeader = JSON.stringify({ format, sha256, bytes: Buffer.byteLength(payload) })
  await writeFile(join(folder, 'catalogue', 'catalogue.json'), `${newHeader}\n${payload}`)
  return folder
}

const Model = z.looseObject({
  endpointId: z.string(),
  metadata: z.looseObject({
    display_name: z.string(),
    group: z.looseObject({ key: z.string() }).optional(),
  }),
})

const Catalogue = z.looseObject({ models: z.array(Model) })

function rename(model: z.infer<typeof Model> | undefined, place: number) {
  if (model === undefined) throw new Error('The catalogue is empty')
  const { endpointId, metadata } = model
  const [owner = '', ...rest] = endpointId.split('/')
  const [maker, name] = [invent(place), invent(place * 31 + 7)]
  const group = metadata.group && { ...metadata.group, key: `${name} ${metadata.group.key}` }
  return {
    ...model,
    endpointId: [`${owner}-${maker}`, `${name}-${place}`, ...rest].join('/'),
    metadata: {
      ...metadata,
      display_name: `${name} ${metadata.display_name}`,
      ...(group && { group }),
    },
  }
}

/** One of 8,000 words, the same for the same number. */
function invent(number: number): string {
  const spread = (number * 7919 + 13) % SYLLABLES.length ** 3
  return [1, SYLLABLES.length, SYLLABLES.length ** 2]
    .map((power) => SYLLABLES[Math.floor(spread / power) % SYLLABLES.length])
    .join('')
}

const SYLLABLES = 'ba ce dri fo gu ha jin ka lor me nu pho qui ra sol ta vex wi yan zo'.split(' ')
