import { expect, test } from 'vitest'
import { documentOf } from '#schema/anySchema.ts'
import { readModelSchema } from '#schema/readModelSchema.ts'
import { type CallInput, readCallInputs } from './callInput.ts'
import { planCall } from './planCall.ts'

const text = { type: 'string' }
const whole = { type: 'integer' }
const picture = { type: 'string', format: 'uri' }

test('the same call needs no change', () => {
  const fields = read({ prompt: text, seed: whole }, ['prompt'])
  expect(planCall(fields, fields)).toEqual([])
})

test('likely renames, and what the other knows nothing of', () => {
  const from = read({ prompt: text, input_image_url: picture, loras: text }, ['prompt', 'input_image_url'])
  const to = read({ prompt: text, image_url: picture }, ['prompt', 'image_url'])
  expect(planCall(from, to)).toEqual([
    { kind: 'rename', name: 'input_image_url', to: 'image_url' },
    { kind: 'drop', name: 'loras' },
  ])
})

test('one becomes a list, choices and limits are told', () => {
  const from = read({ image_url: picture, mode: { enum: ['a', 'b'] }, seed: whole }, ['image_url'])
  const to = read({
    image_urls: { type: 'array', items: picture },
    mode: { enum: ['a'] },
    seed: { ...whole, maximum: 5 },
  })
  expect(planCall(from, to)).toEqual([
    { kind: 'convert', name: 'mode', to: 'mode', reason: 'choices' },
    { kind: 'convert', name: 'seed', to: 'seed', reason: 'limits' },
    { kind: 'rename', name: 'image_url', to: 'image_urls' },
    { kind: 'convert', name: 'image_url', to: 'image_urls', reason: 'list' },
  ])
})

test('of one property all that has to be written differently is told', () => {
  const from = read({ modes: { type: 'array', items: { enum: ['a', 'b'] } } })
  const to = read({ modes: { enum: ['a'] } })
  expect(planCall(from, to)).toEqual([
    { kind: 'convert', name: 'modes', to: 'modes', reason: 'one' },
    { kind: 'convert', name: 'modes', to: 'modes', reason: 'choices' },
  ])
})

test('what changes inside an object, or in the objects of a list, is told by its path', () => {
  const lora = (properties: Record<string, unknown>, required: string[]) => ({
    type: 'array',
    items: { type: 'object', properties, required },
  })
  const from = read({ loras: lora({ path: picture, scale: { ...whole, maximum: 4 }, note: text }, ['path']) })
  const to = read({
    loras: lora({ path: picture, scale: { ...whole, maximum: 1 }, weight_name: text }, [
      'path',
      'weight_name',
    ]),
  })
  expect(planCall(from, to)).toEqual([
    { kind: 'convert', name: 'loras[].scale', to: 'loras[].scale', reason: 'limits' },
    { kind: 'drop', name: 'loras[].note' },
    { kind: 'require', name: 'loras[].weight_name' },
  ])
  expect(planCall(from, from)).toEqual([])
})

test('inside an object a file without a place is told, too, and does not rule the other out', () => {
  const style = (properties: Record<string, unknown>) => ({
    type: 'object',
    properties,
    required: Object.keys(properties),
  })
  const from = read({ prompt: text, style: style({ palette: whole, image_url: picture }) }, ['prompt'])
  const to = read({ prompt: text, look: text, style: style({ palette: whole }) }, ['prompt'])
  expect(planCall(from, to)).toEqual([{ kind: 'drop', name: 'style.image_url' }])
})

test('choices that stand beside an object are choices, too', () => {
  const free = { anyOf: [{ enum: ['square'] }, { type: 'object', properties: { width: whole } }] }
  const to = read({ image_size: free })
  expect(planCall(read({ aspect_ratio: { enum: ['1:1'] } }), to)).toEqual([
    { kind: 'rename', name: 'aspect_ratio', to: 'image_size' },
    { kind: 'convert', name: 'aspect_ratio', to: 'image_size', reason: 'choices' },
  ])
  const size = { type: 'object', properties: { width: whole } }
  expect(planCall(read({ image_size: size }), to)).toEqual([])
  expect(planCall(to, to)).toEqual([])
})

test('what may be left out here may be required there', () => {
  expect(planCall(read({ prompt: text }), read({ prompt: text }, ['prompt']))).toEqual([
    { kind: 'require', name: 'prompt' },
  ])
})

test('a setting that only one requires is dropped or given', () => {
  const from = read({ prompt: text, api_key: text }, ['prompt', 'api_key'])
  const to = read({ prompt: text, resolution: { enum: ['a', 'b'] } }, ['prompt', 'resolution'])
  expect(planCall(from, to)).toEqual([
    { kind: 'drop', name: 'api_key' },
    { kind: 'require', name: 'resolution' },
  ])
})

test('a model that has no place for a text or file, or requires one more, is none that stands in', () => {
  const prompted = read({ prompt: text }, ['prompt'])
  expect(planCall(prompted, read({ seed: whole }))).toBeUndefined()
  expect(planCall(prompted, read({ prompt: whole }))).toBeUndefined()
  expect(planCall(prompted, read({ prompt: text, video_url: picture }, ['video_url']))).toBeUndefined()
})

function read(properties: object, required: string[] = []): CallInput[] {
  return readCallInputs(readModelSchema(documentOf({ type: 'object', properties, required })).input)
}
