import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportFileName } from './exportFileName.ts'

const DAY = new Date('2026-11-25T10:00:00Z')

test('says what is in the file, and of when', () => {
  expect(exportFileName({}, 'json', DAY)).toBe('all-ai-models-2026-11-25.json')
  expect(
    exportFileName({ q: 'pan & zoom', status: 'active', category: ['image-to-video'] }, 'csv', DAY),
  ).toBe('active-image-to-video-models-matching-pan-zoom-2026-11-25.csv')
})

test('whatever was searched, it is one name that any file system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (q) => {
      const name = exportFileName({ q }, 'md', DAY)
      expect(name).toMatch(/^[\p{L}\p{N}-]+-2026-11-25\.md$/u)
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255)
    }),
  )
})
