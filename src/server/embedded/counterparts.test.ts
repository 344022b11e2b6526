import { expect, test } from 'vitest'
import { findInferenceEndpoints } from './counterparts.ts'
import { readRelease } from './readRelease.ts'

const TRAINER = { output: '{ diffusers_lora_file: File }' }
const LORA = { input: '{ prompt: string; loras?: Array<string> }' }

test('a trainer belongs to the endpoints that take its weights and do its task', async () => {
  const found = await find({
    'acme/river-trainer/edit': TRAINER,
    'acme/river/lora': LORA,
    'acme/river/lora/edit': LORA,
    'acme/river/edit': { input: '{ prompt: string }' },
  })
  expect(found).toEqual({ 'acme/river-trainer/edit': ['acme/river/lora/edit'] })
})

test('where no endpoint does the task, or has the size or the base, there is none', async () => {
  const found = await find({
    'acme/river-trainer/flf2v-720p': TRAINER,
    'acme/river-4b-base-trainer': TRAINER,
    'acme/river-t2v-lora': LORA,
    'acme/river/4b/lora': LORA,
    'acme/river/9b/base/lora': LORA,
  })
  expect(found).toEqual({})
})

test('what makes an id belongs to all that take such an id, but not to those that offer a choice', async () => {
  const found = await find({
    'acme/river/create-voice': { output: '{ voice_id: string }' },
    'acme/river/speak': { input: '{ text: string; voice_id: "a" | "b" }' },
    'acme/river/image-to-video': { input: '{ voice_ids?: Array<string> }' },
    'acme/river/v3/person': { input: '{ people: Array<Person> }' },
    'acme/river/lora': LORA,
  })
  expect(found).toEqual({
    'acme/river/create-voice': ['acme/river/image-to-video', 'acme/river/v3/person'],
  })
})

/** The counterparts among endpoints of one family; those that return weights or ids are trainers. */
async function find(endpoints: Record<string, { input?: string; output?: string }>) {
  const types = Object.entries(endpoints).map(
    ([, { input = '{ zip_url: string }', output = '{ url: string }' }], place) =>
      `export type In${place} = ${input}; export type Out${place} = ${output};`,
  )
  const map = Object.keys(endpoints).map((id, place) => `"${id}": { input: In${place}; output: Out${place} }`)
  const release = await readRelease(`
    export type File = { url: string }
    export type Person = { name: string; voice_id?: string }
    ${types.join('')}
    export type EndpointTypeMap = { ${map.join('; ')} }
  `)
  const trainable = [...release.endpoints].map(([endpointId, names]) => ({
    ...names,
    endpointId,
    release: { ...release, version: '1', date: '2025-01-01' },
    family: 'river',
    category: endpoints[endpointId]?.output === undefined ? 'text-to-image' : 'training',
    status: 'active',
  }))
  return Object.fromEntries(findInferenceEndpoints(trainable))
}
