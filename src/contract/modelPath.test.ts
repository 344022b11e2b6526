import { expect, test } from 'vitest'
import { endpointIdAt, modelPath } from './modelPath.ts'

test('the path of a model names it', () => {
  for (const id of ['fal-ai/flux/dev', 'acme/100% new', 'a', '']) expect(endpointIdAt(modelPath(id))).toBe(id)
})

test('as someone wrote it by hand', () => {
  expect(endpointIdAt('/models//fal-ai/flux/dev/')).toBe('fal-ai/flux/dev')
  expect(endpointIdAt('/Models/fal%2Dai/x')).toBe('fal-ai/x')
  expect(endpointIdAt('/models')).toBe('')
  expect(endpointIdAt('/models/fal-ai%2F%2Fflux%2Fdev')).toBe('fal-ai/flux/dev')
})

test('what cannot be decoded stays as it is', () => {
  expect(endpointIdAt('/models/%E0%A4%A')).toBe('%E0%A4%A')
})

test('another path names none', () => {
  for (const path of ['/', '/changes', '/models-of-mine/a', '/a/models/b']) {
    expect(endpointIdAt(path)).toBeUndefined()
  }
})
