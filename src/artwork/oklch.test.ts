import { expect, test } from 'vitest'
import { hexOf } from './oklch.ts'

test('the corners of sRGB come out as CSS gives them', () => {
  expect(hexOf(1, 0, 0)).toBe('#ffffff')
  expect(hexOf(0, 0, 0)).toBe('#000000')
  expect(hexOf(0.62796, 0.2576, 29.2339)).toBe('#ff0000')
  expect(hexOf(0.452, 0.3131, 264.052)).toBe('#0000ff')
  expect(hexOf(0.6, 0.1, 252)).toBe('#5283ba')
})

test('a colour that sRGB cannot show loses chroma until it can', () => {
  expect(hexOf(0.6, 0.9, 145)).toBe(hexOf(0.6, 0.5, 145))
  expect(hexOf(0.6, 0.9, 145)).not.toBe(hexOf(0.6, 0.05, 145))
})
