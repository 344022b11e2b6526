import { expect, test } from 'vitest'
import { ageInWords } from './ageInWords.ts'

test.each([
  [0, '1 minute'],
  [59 * 60_000, '59 minutes'],
  [119 * 60_000, '119 minutes'],
  [3.5 * 3_600_000, '3 hours'],
  [47 * 3_600_000, '47 hours'],
  [80 * 3_600_000, '3 days'],
])('%i ms are %s', (age, words) => {
  expect(ageInWords(age)).toBe(words)
})
