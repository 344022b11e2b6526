import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { modelForTest } from './modelForTest.ts'
import { escapeMarkdown, writeMarkdown } from './writeMarkdown.ts'

test('a title, what it is from, and a table', () => {
  const markdown = writeMarkdown(
    [
      {
        ...modelForTest('fal-ai/flux/structured_prompt', {
          display_name: 'FLUX.1 [dev]',
          model_url: 'https://fal.ai/models/a|b (c)',
        }),
        signature: { takes: ['text'], returns: ['image'], required_inputs: 1, optional_inputs: 8 },
      },
      { endpoint_id: 'a/bare' },
    ],
    'Models matching “a*b”',
    'http://127.0.0.1:3000/?q=a*b',
  )
  expect(markdown).toBe(String.raw`# Models matching “a\*b”

2 models from http://127.0.0.1:3000/?q=a\*b

| Name | Id | Category | Takes | Returns | Inputs | Updated | Status |
| --- | --- | --- | --- | --- | --- | --- | --- |
| [FLUX.1 \[dev\]](<https://fal.ai/models/a%7Cb%20(c)>) | fal-ai/flux/structured\_prompt | Text to image | text | image | 9 | 22 Apr 2026 | active |
| a/bare | a/bare |  |  |  |  |  |  |
`)
})

test('an address that is not of the web is no link', () => {
  const model = modelForTest('a/b', { model_url: 'javascript:alert(1)' })
  expect(writeMarkdown([model], '', '')).not.toContain('javascript')
})

test('no text breaks out of its cell, or becomes markup', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[|\\`*_<>[\]()\r\n &~$-]{0,12}$/)),
      (text) => {
        const escaped = escapeMarkdown(text)
        expect(escaped).not.toMatch(/[\r\n]/)
        // Without what is escaped, nothing is left that means anything.
        expect(escaped.replaceAll(/\\[\\`*_[\]<>|~&$]/g, '')).not.toMatch(/[\\`*_[\]<>|~&$]/)
        const read = escaped.replaceAll(/\\([\\`*_[\]<>|~&$])/g, '$1')
        expect(read).toBe(text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim())
      },
    ),
  )
})
