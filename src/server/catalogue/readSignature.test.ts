import { expect, test } from 'vitest'
import { readSignature } from './readSignature.ts'

test('a signature names the media, and counts and lists the input properties', () => {
  expect(
    readSignature(
      documentOf(
        {
          prompt: { type: 'string' },
          seed: { type: 'integer' },
          image_url: { type: 'string' },
        },
        ['image_url', 'prompt'],
        { video: { type: 'object', properties: { url: { type: 'string' } } } },
      ),
    ),
  ).toEqual({
    takes: ['image', 'text'],
    returns: ['video'],
    required_inputs: 2,
    optional_inputs: 1,
    inputs: [
      { name: 'prompt', isRequired: true, kinds: ['string'], medium: 'text' },
      { name: 'seed', kinds: ['number'] },
      { name: 'image_url', isRequired: true, kinds: ['string'], medium: 'image' },
    ],
  })
})

test('a model that takes nothing has no inputs', () => {
  expect(readSignature(documentOf({}, [], { text: { type: 'string' } }))).toMatchObject({
    takes: [],
    returns: ['text'],
    required_inputs: 0,
    optional_inputs: 0,
    inputs: [],
  })
})

test.each([undefined, null, 'text', {}, { error: { code: 'expansion_failed', message: 'None' } }])(
  'what tells nothing has no signature: %j',
  (document) => expect(readSignature(document)).toBeUndefined(),
)

function documentOf(inputs: object, required: string[], outputs: object) {
  const answer = (schema: object) => ({ '200': { content: { 'application/json': { schema } } } })
  return {
    openapi: '3.0.4',
    paths: {
      '/a/b': {
        post: {
          requestBody: {
            content: { 'application/json': { schema: { type: 'object', properties: inputs, required } } },
          },
        },
      },
      '/a/b/requests/{request_id}': {
        get: { responses: answer({ type: 'object', properties: outputs }) },
      },
    },
  }
}
