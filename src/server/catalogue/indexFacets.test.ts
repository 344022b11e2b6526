import { expect, test } from 'vitest'
import type { Model } from '#contract/models.ts'
import type { ModelsFilter } from '#contract/modelsFilter.ts'
import { exampleModel } from './exampleModel.ts'
import type { CountedName } from './facetValues.ts'
import { indexFacets } from './indexFacets.ts'
import type { ModelSignature } from './readSignature.ts'

const MODELS: [Model, ModelSignature?][] = [
  [example('acme/red', ['fast', 'lora']), signature(['image', 'text'], ['prompt', 'image_url', 'seed'])],
  [example('acme/green', ['fast'], 'text-to-video'), signature(['text'], ['prompt', 'seed'])],
  [example('brook/blue', [' lora ', '', 'lora']), signature(['text'], ['prompt'])],
  [exampleModel('brook/grey', { status: 'deprecated', kind: 'training' })],
  [{ endpoint_id: 'bare' }],
]

test('any of the values chosen will do', () => {
  expect(narrow({ tag: ['fast', 'lora'] })).toEqual(['acme/red', 'acme/green', 'brook/blue'])
  expect(narrow({ provider: ['brook', 'bare'] })).toEqual(['brook/blue', 'brook/grey', 'bare'])
})

test('of media and input properties a model must have all', () => {
  expect(narrow({ takes: ['text'] })).toEqual(['acme/red', 'acme/green', 'brook/blue'])
  expect(narrow({ takes: ['text', 'image'] })).toEqual(['acme/red'])
  expect(narrow({ param: ['prompt', 'seed'] })).toEqual(['acme/red', 'acme/green'])
})

test('an excluded value takes its models away, and leaves those that have none', () => {
  expect(narrow({ tag: ['-lora'] })).toEqual(['acme/green', 'brook/grey', 'bare'])
  expect(narrow({ tag: ['fast', '-lora'] })).toEqual(['acme/green'])
  expect(narrow({ takes: ['-text'] })).toEqual(['brook/grey', 'bare'])
  expect(narrow({ kind: ['training', '-training'] })).toEqual([])
})

test('facets and status narrow each other', () => {
  expect(narrow({ category: ['text-to-image'], provider: ['acme'] })).toEqual(['acme/red'])
  expect(narrow({ category: ['text-to-image'], status: 'deprecated' })).toEqual(['brook/grey'])
})

test('a value that no model has is met by none, and its exclusion by all', () => {
  expect(narrow({ tag: ['none'] })).toEqual([])
  expect(narrow({ tag: ['none', 'fast'] })).toEqual(['acme/red', 'acme/green'])
  expect(narrow({ param: ['none', 'prompt'] })).toEqual([])
  expect(narrow({ tag: ['-none'] })).toHaveLength(MODELS.length)
})

test('the most frequent values come first, equally frequent ones by name, and none is left out', () => {
  expect(count({}, 'param')).toEqual({ prompt: 3, seed: 2, image_url: 1 })
  expect(Object.keys(count({ provider: ['bare'] }, 'tag'))).toEqual(['fast', 'lora'])
  expect(count({ provider: ['bare'] }, 'tag')).toEqual({ fast: 0, lora: 0 })
})

test('where any value will do, a count stands in place of those chosen', () => {
  expect(count({ tag: ['fast'] }, 'tag')).toEqual({ fast: 2, lora: 2 })
  expect(count({ tag: ['fast'] }, 'provider')).toEqual({ acme: 2, brook: 0, bare: 0 })
})

test('where all are asked for, a count stands besides those chosen', () => {
  expect(count({ param: ['seed'] }, 'param')).toEqual({ prompt: 2, seed: 2, image_url: 1 })
  expect(count({ param: ['none'] }, 'param')).toEqual({ prompt: 0, seed: 0, image_url: 0 })
})

test('the count of an excluded value is that with it chosen instead', () => {
  expect(count({ tag: ['-lora'] }, 'tag')).toEqual({ fast: 1, lora: 2 })
  expect(count({ tag: ['-lora', '-fast'] }, 'tag')).toEqual({ fast: 1, lora: 1 })
  expect(count({ param: ['prompt', '-seed'] }, 'param')).toEqual({ prompt: 1, seed: 2, image_url: 0 })
})

test('statuses are counted as facets are', () => {
  expect(count({ status: 'deprecated' }, 'status')).toEqual({ active: 3, deprecated: 1 })
  expect(count({ status: 'active', tag: ['-fast'] }, 'status')).toEqual({ active: 1, deprecated: 1 })
})

function index() {
  return indexFacets(
    MODELS.map(([model]) => model),
    MODELS.map(([, signature]) => signature),
  )
}

const POSITIONS = Uint32Array.from(MODELS, (_, position) => position)

function narrow(filter: ModelsFilter): (string | undefined)[] {
  return Array.from(index().narrow(POSITIONS, filter), (position) => MODELS[position]?.[0].endpoint_id)
}

function count(filter: ModelsFilter, name: CountedName): Record<string, number> {
  const counts = index().count(POSITIONS, filter, [name]).get(name) ?? []
  return Object.fromEntries(counts.map(({ value, count }) => [value, count]))
}

function example(id: string, tags: string[], category = 'text-to-image') {
  return exampleModel(id, { tags, category, kind: 'inference' })
}

function signature(takes: ModelSignature['takes'], params: string[]): ModelSignature {
  const inputs = params.map((name) => ({ name, kinds: ['string'] }))
  return { takes, returns: ['image'], required_inputs: 1, optional_inputs: params.length - 1, inputs }
}
