import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { highlight, type Syntax } from './highlight.ts'
import { LANGUAGES, variantOf } from './languages.ts'
import { writeCurl } from './writeCurl.ts'
import { writeJavaScript } from './writeJavaScript.ts'
import { writePython } from './writePython.ts'

const payload = { prompt: `it's "3" // # \\`, steps: 28, scale: -3.5, on: true, none: null }
const call = { endpointId: 'fal-ai/flux-2/dev', payload, mode: 'subscribe' } as const

test('joined, the pieces are the code, whatever it is', () => {
  const syntaxes = LANGUAGES.map(({ syntax }) => syntax)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...syntaxes), (code, syntax) => {
      expect(joined(code, syntax)).toBe(code)
    }),
  )
})

test.each([
  ['curl', writeCurl, ['curl', 'true', 'null'], ['28', '-3.5']],
  ['javascript', writeJavaScript, ['import', 'from', 'const', 'await', 'true', 'null'], ['28', '-3.5']],
  ['python', writePython, ['import', 'True', 'None'], ['28', '-3.5']],
] as const)('%s: keywords, values and numbers are told apart', (syntax, write, keywords, numbers) => {
  const code = write(call)
  const ofKind = (kind: string) =>
    highlight(code, syntax)
      .filter((piece) => piece.kind === kind)
      .map(({ text }) => text)
  expect(ofKind('keyword')).toEqual(keywords)
  expect(ofKind('number')).toEqual(numbers)
  expect(ofKind('string').some((text) => text.includes('3') && text.includes('#'))).toBe(true)
  expect(ofKind('comment').every((text) => text.includes('FAL_KEY'))).toBe(true)
})

test.each(LANGUAGES.filter(({ group }) => group === 'Call'))(
  '$name: the numbers of the payload are coloured',
  async (language) => {
    const write = 'write' in language ? language.write : await language.load()
    const subject = { ...call, title: '', description: '', input: undefined, output: undefined }
    const pieces = highlight(write(subject, variantOf([], new Map())), language.syntax)
    expect(pieces).toContainEqual({ text: '28', kind: 'number' })
  },
)

test('what is too long to colour stays readable', () => {
  const code = '1,'.repeat(100_000)
  expect(highlight(code, 'json')).toEqual([{ text: code, kind: 'plain' }])
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
  expect(highlight('/** why\n * so */\nx', 'javascript')[0]?.kind).toBe('comment')
  expect(highlight('x = 1  # why', 'python').at(-1)).toEqual({ text: '# why', kind: 'comment' })
  expect(highlight('curl https://example.com/v2 -', 'curl')).toEqual([
    { text: 'curl', kind: 'keyword' },
    { text: ' https://example.com/v2 -', kind: 'plain' },
  ])
})

function joined(code: string, syntax: Syntax): string {
  return highlight(code, syntax)
    .map(({ text }) => text)
    .join('')
}
