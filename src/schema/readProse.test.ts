import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Prose, readProse } from './readProse.ts'

test('code, bold, italic and links are told apart from text', () => {
  expect(readProse('Set `seed` to **0**, *or* _not_.')).toEqual([
    text('Set '),
    { kind: 'code', text: 'seed' },
    text(' to '),
    { kind: 'bold', parts: [text('0')] },
    text(', '),
    { kind: 'italic', parts: [text('or')] },
    text(' '),
    { kind: 'italic', parts: [text('not')] },
    text('.'),
  ])
  expect(readProse('(``0`` is the idle preset)')).toEqual([
    text('('),
    { kind: 'code', text: '0' },
    text(' is the idle preset)'),
  ])
  expect(readProse('**must be `8`**')).toEqual([
    { kind: 'bold', parts: [text('must be '), { kind: 'code', text: '8' }] },
  ])
})

test('links lead to https and mailto, and nowhere else', () => {
  expect(readProse('See [the docs](https://a.b/c_(d)) or [write](mailto:a@b.c).')).toEqual([
    text('See '),
    { kind: 'link', text: 'the docs', href: 'https://a.b/c_(d)' },
    text(' or '),
    { kind: 'link', text: 'write', href: 'mailto:a@b.c' },
    text('.'),
  ])
  expect(readProse('as in https://arxiv.org/abs/2503.18886.')).toEqual([
    text('as in '),
    { kind: 'link', text: 'https://arxiv.org/abs/2503.18886', href: 'https://arxiv.org/abs/2503.18886' },
    text('.'),
  ])
  for (const other of [
    '[a](javascript:alert(1))',
    '[a](http://b.c)',
    '[a](data:text/html,b)',
    '[a](//b.c)',
    '[a](/b)',
    '[a](HTTPS://)',
    'javascript:alert(1)',
    '[Pan left] or [Zoom in]',
  ]) {
    expect(readProse(other)).toEqual([text(other)])
  }
})

test('what only looks like Markdown stays as it is', () => {
  for (const plain of [
    'between 2560*1440 and 4096*4096',
    'up to max_images*num_images, or num_images*max_images',
    'exp(alpha * f) * 2',
    'You can add <laugh>, <sigh> and <emotion_name>.',
    'snake_case_words, _leading or trailing_words_ and _id__',
    'the __proto__ and the cns_* parameters below * here',
    '2 ** 8 and ** nothing **',
    'a ` alone, and `` two',
    '<b>bold</b> & <script>alert(1)</script>',
    'https://',
  ]) {
    expect(readProse(plain)).toEqual([text(plain)])
  }
})

test('any text keeps its letters, and links stay safe', () => {
  const markup = fc.constantFrom(
    '*',
    '**',
    '_',
    '`',
    '``',
    '[',
    '](',
    ')',
    'https://a.b',
    'mailto:',
    ' ',
    '\n',
    'a',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(markup).map((parts) => parts.join('')),
      ),
      (given) => {
        const pieces = readProse(given)
        for (const { href } of pieces.flatMap(linksIn)) expect(href).toMatch(/^(https|mailto):/)
        const letters = (all: string) => all.replace(/[^a-z]/g, '')
        // An address behind a label is the only thing that is not shown.
        expect(given.includes('](') || letters(shown(pieces)) === letters(given)).toBe(true)
      },
    ),
    { numRuns: 1000 },
  )
})

test('a text without end is not looked through for markup', () => {
  expect(readProse('`a` '.repeat(4000))).toHaveLength(8000)
  const endless = '`a` '.repeat(6000)
  expect(readProse(endless)).toEqual([text(endless)])
})

function text(text: string): Prose {
  return { kind: 'text', text }
}

function shown(pieces: Prose[]): string {
  return pieces.map((piece) => ('parts' in piece ? shown(piece.parts) : piece.text)).join('')
}

function linksIn(piece: Prose): { href: string }[] {
  if (piece.kind === 'link') return [piece]
  return 'parts' in piece ? piece.parts.flatMap(linksIn) : []
}
