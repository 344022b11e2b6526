import { expect, test } from 'vitest'
import { readTerms, readWords } from './words.ts'

test('a version is one word, without its v', () => {
  expect(readWords('fal-ai/kling-video/v2.1')).toEqual(['fal', 'ai', 'kling', 'video', '2.1'])
  expect(readWords('FLUX.1 [dev]')).toEqual(['flux', '1', 'dev'])
})

test('a task is one word in any spelling', () => {
  for (const text of ['image-to-video', 'Image to Video', 'image_to_video', 'images-to-video']) {
    expect(readWords(text)).toEqual(['image-to-video'])
  }
  expect(readWords('close to you')).toEqual(['close', 'to', 'you'])
})

test('accents and letter case do not count', () => {
  expect(readWords('Café ÉLAN')).toEqual(['cafe', 'elan'])
})

test('terms add the parts of words and neighbours written as one', () => {
  expect(readTerms('Veo3.1 fast')).toEqual(['veo3.1', 'fast', 'veo', '3.1', 'veo31fast'])
  expect(readTerms('text-to-3d')).toEqual(['text-to-3d', 'text', '3d'])
})
