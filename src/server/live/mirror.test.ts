import { expect, test } from 'vitest'
import { documentOf } from '#schema/anySchema.ts'
import { readSignature } from '#server/catalogue/readSignature.ts'
import { MIRROR_FORMAT } from './mirror.ts'
import { withInput } from './upstreamForTest.ts'

test('what a mirror keeps of a document is of the shape that its format says: whoever changes one raises the other', () => {
  expect({ format: MIRROR_FORMAT, signature: readSignature(withInput('image_url', 'seed').openapi) }).toEqual(
    {
      format: 4,
      signature: {
        takes: ['image'],
        returns: ['text'],
        required_inputs: 0,
        optional_inputs: 2,
        inputs: [
          { name: 'image_url', kinds: ['string'], medium: 'image' },
          { name: 'seed', kinds: ['string'] },
        ],
      },
    },
  )
  const size = { type: 'object', properties: { width: { type: 'integer' } } }
  expect(readSignature(documentOf({ type: 'object', properties: { size } }))?.inputs).toEqual([
    { name: 'size', kinds: ['object'], within: [{ name: 'width', kinds: ['number'] }] },
  ])
})
