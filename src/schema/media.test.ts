import { expect, test } from 'vitest'
import { readMedia } from './media.ts'

const TEXT = { type: 'string' }
const FILE = { title: 'File', type: 'object', properties: { url: TEXT }, required: ['url'] }

test('required media come first, pictures before words', () => {
  const media = readMedia(
    documentOf(
      {
        properties: { audio_url: TEXT, prompt: TEXT, image_url: TEXT, mask_url: TEXT },
        required: ['prompt', 'image_url'],
      },
      { properties: { video: FILE } },
    ),
  )
  expect(media).toEqual({
    takes: ['image', 'text', 'audio'],
    requires: ['image', 'text'],
    returns: ['video'],
  })
})

test('the main product comes before its by-products', () => {
  expect(
    returnsOf({
      video: FILE,
      seed: { type: 'integer' },
      timings: { additionalProperties: { type: 'number' } },
    }),
  ).toEqual(['video'])
  expect(returnsOf({ thumbnail: FILE, model_glb: FILE })).toEqual(['3d', 'image'])
  expect(returnsOf({ frames_zip: FILE, video: FILE })).toEqual(['video', 'file'])
  expect(returnsOf({ images: { type: 'array', items: FILE }, description: TEXT })).toEqual(['image', 'text'])
})

test('a prompt that comes back is not a product', () => {
  expect(returnsOf({ images: { type: 'array', items: FILE }, prompt: TEXT })).toEqual(['image'])
  expect(returnsOf({ enhanced_prompt: TEXT })).toEqual(['text'])
})

test('words are a product, numbers and structures are json', () => {
  expect(returnsOf({ output: TEXT, usage: { properties: { tokens: { type: 'integer' } } } })).toEqual([
    'text',
  ])
  expect(returnsOf({ has_speech: { type: 'boolean' }, score: { type: 'number' } })).toEqual(['json'])
  expect(readMedia(documentOf({}, { type: 'object' })).returns).toEqual(['json'])
  expect(readMedia(documentOf({}, TEXT)).returns).toEqual(['text'])
})

test('media inside lists, branches and objects count, as required as the way to them', () => {
  const frame = { properties: { image_url: TEXT, audio_url: TEXT }, required: ['image_url'] }
  const input = { properties: { frames: { type: 'array', items: frame } }, required: ['frames'] }
  expect(readMedia(documentOf(input, {}))).toMatchObject({ takes: ['image', 'audio'], requires: ['image'] })
  const optional = { properties: { ref: { anyOf: [frame, { type: 'null' }] } } }
  expect(readMedia(documentOf(optional, {}))).toMatchObject({ takes: ['audio', 'image'], requires: [] })
})

test('schemas that multiply end', () => {
  const schemas = Object.fromEntries(
    Array.from({ length: 10 }, (_, n) => {
      const names = Array.from({ length: 30 }, (_, k) => `p${k}`)
      return [`L${n}`, { properties: Object.fromEntries(names.map((p) => [p, { $ref: `#/L${n + 1}` }])) }]
    }),
  )
  const document = { ...documentOf({ $ref: '#/L0' }, { properties: { video: FILE } }), ...schemas }
  expect(readMedia(document)).toEqual({ takes: [], requires: [], returns: ['video'] })
})

test('a document that tells nothing gives empty lists', () => {
  for (const value of [
    undefined,
    null,
    'text',
    {},
    { error: { message: 'no' } },
    { paths: {} },
    documentOf({}, {}),
  ]) {
    expect(readMedia(value)).toEqual({ takes: [], requires: [], returns: [] })
  }
})

function returnsOf(properties: Record<string, unknown>) {
  return readMedia(documentOf({}, { properties })).returns
}

function documentOf(input: unknown, output: unknown) {
  const json = (schema: unknown) => ({ content: { 'application/json': { schema } } })
  return {
    paths: {
      '/a': { post: { requestBody: json(input) } },
      '/a/requests/{request_id}': { get: { responses: { '200': json(output) } } },
    },
  }
}
