import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeMarkdown, markdownBlock, markdownCode, markdownLink } from './escapeMarkdown.ts'

test.each([
  ['plain words, snake_case and 21:9', 'plain words, snake_case and 21:9'],
  ['FLUX.1 [dev]', String.raw`FLUX.1 \[dev\]`],
  ['*bold* _soft_ ~gone~', String.raw`\*bold\* \_soft\_ \~gone\~`],
  ['<script>alert(1)</script>', String.raw`\<script\>alert(1)\</script\>`],
  ['[a](javascript:b)', String.raw`\[a\](javascript:b)`],
  ['a | b', String.raw`a \| b`],
  ['R&B &amp; &#35;', String.raw`R&B \&amp; \&#35;`],
  ['two\n\n# lines', 'two # lines'],
  ['# heading', String.raw`\# heading`],
  ['1. item', String.raw`1\. item`],
  ['- item', String.raw`\- item`],
  ['if `True`, a', 'if `True`, a'],
  ['a ` alone', String.raw`a \` alone`],
  ['back\\slash', String.raw`back\\slash`],
])('%s', (text, markdown) => {
  expect(escapeMarkdown(text)).toBe(markdown)
})

test('code may hold what ends code elsewhere', () => {
  expect(markdownCode('a`b')).toBe('``a`b``')
  expect(markdownCode('`a`')).toBe('`` `a` ``')
  expect(markdownCode('a|b')).toBe('`a|b`')
  expect(markdownCode('a|b', { isCell: true })).toBe(String.raw`${'`a'}\|${'b`'}`)
  expect(markdownCode(String.raw`a\|b`, { isCell: true })).toBe(String.raw`a\\\|b`)
  expect(markdownBlock('a\n```\nb', 'sh')).toBe('````sh\na\n```\nb\n````')
})

test('a link leads where it says, whatever the address holds', () => {
  expect(markdownLink('a]b', 'http://a/b (c)\n<d>')).toBe(String.raw`[a\]b](http://a/b%20%28c%29%0A%3Cd%3E)`)
})

test('no text makes two lines, nor ends a cell', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ab`|\\*_<&[\]()#.\n\r\t 1-]*$/), (text) => {
      const cell = escapeMarkdown(text, { isCell: true })
      expect(cell).not.toMatch(/[\n\r]/)
      expect(cell.replaceAll(/\\[\s\S]/g, '')).not.toContain('|')
    }),
  )
})
