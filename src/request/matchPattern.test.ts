import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchPattern } from './matchPattern.ts'

test.each([
  ['^a+$', 'aaa', true],
  ['^a+$', 'b', false],
  ['^#[0-9a-fA-F]{6}$', '#ffAA00', true],
  [String.raw`^\d{1,4}x\d{1,4}$`, '1024x768', true],
  [String.raw`^\d{1,4}x\d{1,4}$`, '1024', false],
  ['^(?:landscape|portrait)_[0-9]+_[0-9]+$', 'landscape_16_9', true],
  [String.raw`^https?://[^\s/]+/`, 'https://example.com/a', true],
  ['^(en|de)(-[A-Z]{2})?$', 'de-CH', true],
])('%s on %j: %s', (pattern, text, outcome) => {
  expect(matchPattern(pattern, text)).toBe(outcome)
})

test.each([
  '^(a+)+$',
  '^(a|a)*$',
  '^(a|aa)+$',
  '(?:a?){60}a{60}',
  'a?'.repeat(40),
  '(a*)*b',
  'a*a*a*a*a*a*a*b',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '((a{1000}){1000}){1000}',
  '(',
  'a{99999999}',
  'x'.repeat(1e6),
])('what could take forever is left alone: %#', (pattern) => {
  expect(matchPattern(pattern, `${'a'.repeat(60)}!`)).toBeUndefined()
})

test('no pattern makes it throw or keeps it busy', () => {
  const pieces = fc.constantFrom(
    'a',
    'b?',
    '(',
    ')',
    ')*',
    '+',
    '{2,}',
    '{0,9}',
    '|',
    '[^a]',
    '\\1',
    '.',
    '$',
    '(?=',
  )
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 20 }),
      fc.string({ maxLength: 200, unit: fc.constantFrom('a', 'b') }),
      (pattern, text) => {
        expect([true, false, undefined]).toContain(matchPattern(pattern.join(''), text))
      },
    ),
    { numRuns: 3000 },
  )
})
