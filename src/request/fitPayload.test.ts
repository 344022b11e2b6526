import { expect, test } from 'vitest'
import { readField } from '#schema/readField.ts'
import { fitPayload } from './fitPayload.ts'
import { pathInWords } from './payload.ts'

const SCHEMA = {
  properties: {
    prompt: { type: 'string' },
    steps: { type: 'integer', maximum: 50 },
    size: { enum: ['square', 'portrait'] },
    loras: {
      type: 'array',
      minItems: 1,
      items: { properties: { path: { type: 'string' }, scale: { type: 'number' } }, required: ['path'] },
    },
  },
  required: ['prompt'],
}

test('what fits stays as it is', () => {
  const payload = { prompt: '<b>', steps: 5, loras: [{ path: 'a', scale: 1 }] }
  expect(fit(payload)).toEqual({ payload, leftOut: [] })
})

test('what does not fit is left out, each with its reason, and the rest stays', () => {
  expect(
    fit({
      prompt: 'a',
      steps: 60,
      size: 'round',
      guidance: 3,
      loras: [{ path: 1 }, 'b', { path: 'c', scale: '1', x: 2 }],
    }),
  ).toEqual({
    payload: { prompt: 'a', loras: [{}, { path: 'c' }] },
    leftOut: [
      'guidance = 3: The schema has no such property',
      'loras[2].x = 2: The schema has no such property',
      'loras[2].scale = "1": Expected a number, not text',
      'loras[1] = "b": Expected an object, not text',
      'loras[0].path = 1: Expected text, not a number',
      'size = "round": Not one of the choices',
      'steps = 60: At most 50',
    ].toReversed(),
  })
})

test('what is missing, or too few, is for the person at the form', () => {
  expect(fit({ loras: [] })).toEqual({ payload: { loras: [] }, leftOut: [] })
})

test('names of prototypes are left out like others', () => {
  const payload: unknown = JSON.parse('{"prompt": "a", "__proto__": {"polluted": 1}, "constructor": 2}')
  expect(fit(payload as Record<string, unknown>).payload).toEqual({ prompt: 'a' })
  expect('polluted' in {}).toBe(false)
})

function fit(sent: Record<string, unknown>) {
  const { payload, leftOut } = fitPayload(readField({}, SCHEMA, 'input'), sent)
  return {
    payload,
    leftOut: leftOut.map(
      ({ path, value, reason }) => `${pathInWords(path)} = ${JSON.stringify(value)}: ${reason}`,
    ),
  }
}
