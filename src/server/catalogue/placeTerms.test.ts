import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeTerms, placeWords } from './placeTerms.ts'
import { readTerms, readWords } from './words.ts'

test.each([
  ['Kling v2.1 Master', '2.1', 'v2.1'],
  ['Images  to Video, fast', 'image-to-video', 'Images  to Video'],
  ['Images to Video', 'image', 'Image'],
  ['image_to_3d', '3d', '3d'],
  ['Nano Banana Pro', 'nanobanana', 'Nano Banana'],
  ['Veo3.1', 'veo', 'Veo'],
  ['Veo3.1', '3.1', '3.1'],
  ['Un Café au lait', 'cafe', 'Café'],
  ['Un Cafe\u0301 au lait', 'cafe', 'Cafe\u0301'],
  ['ﬁlm ½', 'film', 'ﬁlm'],
  ['𝐁𝐨𝐥𝐝 text', 'bold', '𝐁𝐨𝐥𝐝'],
])('of "%s" the term %s stands for "%s"', (text, term, piece) => {
  const found = placeTerms(text).find((placed) => placed.term === term)
  expect(text.slice(found?.from, found?.to)).toBe(piece)
})

test('the terms of any text are those that it is indexed by, each of a piece of it', () => {
  const anyText = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 4 }),
        fc.constantFrom(
          'image',
          'videos',
          'v2',
          '3.1',
          'Veo3.1',
          'text-to-',
          'to',
          'é',
          'ΣΑΣ',
          'İ',
          ' ',
          '-',
          '/',
        ),
      ),
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(anyText, (text) => {
      expect(placeWords(text).map(({ term }) => term)).toEqual(readWords(text))
      const terms = placeTerms(text)
      expect(terms.map(({ term }) => term)).toEqual(readTerms(text))
      for (const { from, to } of terms) expect(text.slice(from, to)).not.toBe('')
    }),
    { numRuns: 2000 },
  )
})
