import { expect, test } from 'vitest'
import { documentOf } from '#schema/anySchema.ts'
import { readModelSchema } from '#schema/readModelSchema.ts'
import { checkPayload } from './checkPayload.ts'

test('what a model would refuse is told apart from what it would ignore', () => {
  const properties = { seed: { type: 'integer' }, prompt: { type: 'string' } }
  const { input } = readModelSchema(documentOf({ type: 'object', properties, required: ['prompt'] }))
  const { refused, ignored } = checkPayload(input, { seed: 'x', loras: 1 })
  expect(refused.map(({ path, kind }) => [...path, kind])).toEqual([
    ['seed', 'type'],
    ['prompt', 'missing'],
  ])
  expect(ignored.map(({ path }) => path)).toEqual([['loras']])
})
