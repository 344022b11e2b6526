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
  [
    'no property that the schema does not name',
    { properties: { url: { type: 'string' } }, examples: [{ url: 'a', old: 1 }] },
    { url: 'a' },
  ],
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

test('what is made from pictures, films or sound is given one, the main one first', () => {
  const text = { type: 'string' }
  const edit = {
    properties: { prompt: text, mask_url: text, end_image_url: text, image_urls: { items: text } },
    required: ['prompt'],
  }
  expect(payloadFor(edit)).toEqual({
    prompt: 'A lighthouse at dusk',
    image_urls: ['https://example.com/image.png'],
  })
  const reference = {
    properties: { prompt: text, mask_video_url: text, reference_video_urls: text, ref_image_url: text },
    required: ['prompt'],
  }
  expect(Object.keys(payloadFor(reference))).toEqual(['prompt', 'reference_video_urls'])
  expect(Object.keys(payloadFor({ properties: { prompt: text, last_frame_url: text } }))).toEqual([
    'prompt',
    'last_frame_url',
  ])
})

test('a picture, film or sound that is there already is enough, also inside of a list', () => {
  const text = { type: 'string' }
  const frame = { properties: { image_url: text }, required: ['image_url'] }
  const frames = { type: 'array', items: frame }
  expect(
    payloadFor({ properties: { frames, video_url: text, image_url: text }, required: ['frames'] }),
  ).toEqual({ frames: [{ image_url: 'https://example.com/image.png' }] })
  expect(payloadFor({ properties: { prompt: text, frames }, required: ['prompt'] })).toEqual({
    prompt: 'A lighthouse at dusk',
    frames: [{ image_url: 'https://example.com/image.png' }],
  })
})

test('a shape or an archive to work on is enough', () => {
  const text = { type: 'string' }
  for (const name of ['mesh_url', 'image_archive_url']) {
    const input = { properties: { [name]: text, style_image_url: text }, required: [name] }
    expect(Object.keys(payloadFor(input))).toEqual([name])
  }
})

test('what is made from text needs no picture', () => {
  const text = { type: 'string' }
  const input = readField({}, { properties: { prompt: text, image_url: text } }, 'input')
  expect(examplePayload(input, 'text-to-image')).toEqual({ prompt: 'A lighthouse at dusk' })
  expect(examplePayload(input, 'llm')).toEqual({ prompt: 'A lighthouse at dusk' })
  expect(Object.keys(examplePayload(input, 'image-to-image'))).toEqual(['prompt', 'image_url'])
})

test('the address inside of a file is of the kind of the file', () => {
  const File = { properties: { url: { type: 'string' } }, required: ['url'] }
  const files = { type: 'array', items: { $ref: '#/File' } }
  expect(
    payloadFor(
      {
        properties: { garment_image: { $ref: '#/File' }, clips: files, thing: { $ref: '#/File' } },
        required: ['garment_image', 'clips', 'thing'],
      },
      { File },
    ),
  ).toEqual({
    garment_image: { url: 'https://example.com/image.png' },
    clips: [{ url: 'https://example.com/video.mp4' }],
    thing: { url: 'https://example.com' },
  })
})

test.each([
  ['voice', 'The voice, e.g. `af_heart`.', 'af_heart'],
  ['type', "Type of track ('video', 'audio', or 'image')", 'video'],
  ['model', 'Name of the model, for example "openai/gpt-4.1".', 'openai/gpt-4.1'],
  ['encoder', 'One of: `canny`, `depth`', 'canny'],
])('%s is the example of its description "%s"', (name, description, value) => {
  expect(payloadFor({ properties: { [name]: { type: 'string', description } }, required: [name] })).toEqual({
    [name]: value,
  })
})

test.each([
  'Ignored unless `mode` is set.',
  "The genre's name, not the singer's.",
  `Begin like this, e.g. '${'x'.repeat(60)}'`,
  "Separated by a space (' ')",
  "An alias, e.g. 'Alice: Hello! Bob: Hi there!'",
])('"%s" has no example', (description) => {
  expect(payloadFor({ properties: { a: { type: 'string', description } }, required: ['a'] })).toEqual({
    a: 'example',
  })
})

test('an example too short for its limits is not taken from the description', () => {
  const a = { type: 'string', description: 'A code (`x`).', minLength: 3 }
  expect(payloadFor({ properties: { a }, required: ['a'] })).toEqual({ a: 'example' })
})

test('well-known names get values that can work', () => {
  const names = ['instruction', 'original_tags', 'lyrics_prompt', 'model', 'voice', 'target_lang']
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]))
  expect(payloadFor({ properties, required: names })).toEqual({
    instruction: 'Add a lighthouse',
    original_tags: 'lofi, calm',
    lyrics_prompt: '[verse]\nLow tide\n[chorus]\nHigh tide',
    model: 'google/gemini-2.5-flash',
    voice: 'Aria',
    target_lang: 'es',
  })
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
