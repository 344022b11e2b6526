import { expect, test } from 'vitest'
import { examplePayload } from './examplePayload.ts'
import { readField } from './readField.ts'

test('only what is required is given, and the first knobs with their values', () => {
  const knob = (value: unknown) => ({ type: typeof value, default: value })
  expect(
    payloadFor({
      properties: {
        guidance_scale: knob(3.5),
        seed: knob(7),
        prompt: { type: 'string' },
        aspect_ratio: knob('16:9'),
        duration: { type: 'string' },
        num_inference_steps: { ...knob(28), deprecated: true },
      },
      required: ['prompt'],
    }),
  ).toEqual({ prompt: 'A lighthouse at dusk', guidance_scale: 3.5, aspect_ratio: '16:9' })
})

test.each([
  ['an example before the default', { type: 'string', examples: ['a'], default: 'b' }, 'a'],
  ['the default without an example', { type: 'string', default: 'b' }, 'b'],
  ['the first choice', { enum: ['x', 'y'] }, 'x'],
  [
    'the first choice, when the default contradicts the choices',
    { type: 'integer', enum: [4], default: '4' },
    4,
  ],
  ['no example of another type', { type: 'array', items: { type: 'string' }, examples: ['a', ['b']] }, ['b']],
  ['no example that would bury the call', { type: 'string', examples: ['x'.repeat(5000), 'short'] }, 'short'],
  ['no empty default', { type: 'string', default: '' }, 'example'],
  ['a number within its range', { type: 'number', minimum: 5, maximum: 9 }, 5],
  ['a number without a range', { type: 'integer' }, 1],
  ['a number above an excluded one', { type: 'number', exclusiveMinimum: 0, maximum: 1 }, 0.5],
  ['a string of the least length', { type: 'string', minLength: 20 }, 'example example exam'],
  ['a uuid', { type: 'string', format: 'uuid4' }, '00000000-0000-4000-8000-000000000000'],
  ['an address', { type: 'string', format: 'uri' }, 'https://example.com'],
  ['as many items as needed', { type: 'array', minItems: 2, items: { type: 'integer' } }, [1, 1]],
  ['every item of a tuple', { prefixItems: [{ type: 'integer' }, { type: 'boolean' }] }, [1, false]],
  ['the first branch', { anyOf: [{ type: 'integer' }, { type: 'string' }] }, 1],
  ['an empty map', { additionalProperties: { type: 'number' } }, {}],
  ['null where nothing else goes', { type: 'null' }, null],
  [
    'an object of its required properties',
    { properties: { a: { type: 'integer' }, b: { type: 'integer' } }, required: ['b'] },
    { b: 1 },
  ],
])('a required value is %s', (_, schema, value) => {
  expect(payloadFor({ properties: { thing: schema }, required: ['thing'] })).toEqual({ thing: value })
})

test('files are addresses of their kind', () => {
  const names = ['image_url', 'video_url', 'audio_url', 'mesh_url', 'zip_url', 'path']
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]))
  expect(Object.values(payloadFor({ properties, required: names }))).toEqual([
    'https://example.com/image.png',
    'https://example.com/video.mp4',
    'https://example.com/audio.mp3',
    'https://example.com/model.glb',
    'https://example.com/archive.zip',
    'https://example.com/weights.safetensors',
  ])
})

test('a model that requires nothing to work on is given something', () => {
  const prompt = { type: 'string' }
  expect(payloadFor({ properties: { negative_prompt: prompt, prompt } })).toEqual({
    prompt: 'A lighthouse at dusk',
  })
  expect(
    payloadFor({
      properties: {
        language: { enum: ['es'] },
        audio_url: prompt,
        video_url: { ...prompt, examples: ['v.mp4'] },
      },
      required: ['language'],
    }),
  ).toEqual({ language: 'es', video_url: 'v.mp4' })
})

test('a schema that requires itself ends', () => {
  const Node = {
    properties: { next: { $ref: '#/Node' }, list: { type: 'array', items: { $ref: '#/Node' } } },
    required: ['next', 'list'],
  }
  expect(payloadFor({ $ref: '#/Node' }, { Node })).toEqual({ next: {}, list: [{}] })
})

test('schemas that multiply end', () => {
  const levels = Object.fromEntries(
    Array.from({ length: 30 }, (_, n) => {
      const names = Array.from({ length: 10 }, (_, k) => `p${k}`)
      const properties = Object.fromEntries(names.map((name) => [name, { $ref: `#/L${n + 1}` }]))
      return [`L${n}`, { properties, required: names }]
    }),
  )
  expect(JSON.stringify(payloadFor({ $ref: '#/L0' }, levels)).length).toBeLessThan(100_000)
})

test('a property may be called __proto__', () => {
  const schema = JSON.parse('{"properties":{"__proto__":{"type":"integer"}},"required":["__proto__"]}')
  expect(JSON.stringify(payloadFor(schema))).toBe('{"__proto__":1}')
})

test('without an object to fill there is nothing to give', () => {
  expect(examplePayload(undefined)).toEqual({})
  expect(payloadFor({ type: 'string' })).toEqual({})
})

function payloadFor(schema: unknown, document: unknown = {}) {
  return examplePayload(readField(document, schema, 'input'))
}
