import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { highlight } from './highlight.ts'
import { writeCode } from './writeCode.ts'

const LANGUAGES = ['curl', 'javascript', 'python'] as const
const payload = { prompt: `it's "3" // # \\`, steps: 28, scale: -3.5, on: true, none: null }

test('joined, the pieces are the code, whatever it is', () => {
  const join = (code: string, language: (typeof LANGUAGES)[number] | 'json') =>
    highlight(code, language)
      .map(({ text }) => text)
      .join('')
  for (const language of LANGUAGES) {
    const code = writeCode(language, { endpointId: 'a/b', payload, streams: true })
    expect(join(code, language)).toBe(code)
  }
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...LANGUAGES, 'json' as const),
      (code, language) => {
        return join(code, language) === code
      },
    ),
  )
})

test.each([
  ['curl', ['curl'], ['28', '-3.5']],
  ['javascript', ['import', 'from', 'const', 'await'], ['28', '-3.5']],
  ['python', ['import'], ['28', '-3.5']],
] as const)('%s: keywords, values and numbers are told apart', (language, keywords, numbers) => {
  const code = writeCode(language, { endpointId: 'fal-ai/flux-2/dev', payload })
  const ofKind = (kind: string) =>
    highlight(code, language)
      .filter((piece) => piece.kind === kind)
      .map(({ text }) => text)
  expect(ofKind('keyword')).toEqual([
    ...keywords,
    ...(language === 'python' ? ['True', 'None'] : ['true', 'null']),
  ])
  expect(ofKind('number')).toEqual(numbers)
  expect(ofKind('string').some((text) => text.includes('3') && text.includes('#'))).toBe(true)
  expect(ofKind('comment')).toEqual([])
})

test('keys stay plain, their values are coloured', () => {
  expect(highlight('{"a": "b", "c": [1e3, true]}', 'json')).toEqual([
    { text: '{"a": ', kind: 'plain' },
    { text: '"b"', kind: 'string' },
    { text: ', "c": [', kind: 'plain' },
    { text: '1e3', kind: 'number' },
    { text: ', ', kind: 'plain' },
    { text: 'true', kind: 'keyword' },
    { text: ']}', kind: 'plain' },
  ])
})

test('comments are told from addresses', () => {
  expect(highlight('x(); // why\n', 'javascript')[1]).toEqual({ text: '// why', kind: 'comment' })
  expect(highlight('x = 1  # why', 'python').at(-1)).toEqual({ text: '# why', kind: 'comment' })
  expect(highlight('curl https://example.com/v2 #', 'curl')).toEqual([
    { text: 'curl', kind: 'keyword' },
    { text: ' https://example.com/v2 #', kind: 'plain' },
  ])
})
