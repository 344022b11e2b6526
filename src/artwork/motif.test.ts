import { expect, test } from 'vitest'
import { motifOf } from './motif.ts'

test.each([
  ['text-to-image', 'image'],
  ['image-to-image', 'image'],
  ['image-to-video', 'video'],
  ['audio-to-video', 'video'],
  ['text-to-speech', 'audio'],
  ['speech-to-speech', 'audio'],
  ['text-to-audio', 'audio'],
  ['audio-to-audio', 'audio'],
  ['image-to-3d', '3d'],
  ['3d-to-3d', '3d'],
  ['training', 'training'],
  ['speech-to-text', 'text'],
  ['video-to-text', 'text'],
  ['text-to-json', 'text'],
  ['image-to-json', 'text'],
  ['vision', 'text'],
  ['llm', 'text'],
  ['json', 'text'],
  ['workflow', 'text'],
  ['unknown', 'text'],
])('%s is shown as %s', (category, motif) => {
  expect(motifOf(category)).toBe(motif)
})

test('a category of tomorrow is shown as what it gives', () => {
  expect(motifOf('smell-to-video')).toBe('video')
  expect(motifOf('video-to-music')).toBe('audio')
  expect(motifOf('text-to-image-to-3d')).toBe('3d')
  expect(motifOf('Text-to-Video ')).toBe('video')
})

test('a category that tells nothing is shown as text', () => {
  expect(['', '-to-', 'text-to-', 'constructor', '__proto__', 'image-to-smell'].map(motifOf)).toEqual(
    Array.from({ length: 6 }, () => 'text'),
  )
})
