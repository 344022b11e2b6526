import { expect, test } from 'vitest'
import type { Medium } from '#schema/field.ts'
import { describe } from './description.ts'
import type { Exchanged, ExchangedMedia } from './exchangedMedia.ts'

test('it says what is generated, from what, and what else may be given', () => {
  const media = exchange([
    needed('prompt', 'text'),
    needed('image_url', 'image'),
    offered('end_image_url', 'image'),
  ])
  expect(
    describe('fal-ai/thing', 'image-to-video', { ...media, inputs: ['generate_audio', 'loras'] }, ''),
  ).toBe('Generates video from an image and a prompt; optional end frame, audio and LoRAs.')
})

test('several pictures are images, and two of the same are many', () => {
  const listed = { ...needed('image_urls', 'image'), isList: true }
  const twice = [needed('image_url', 'image'), needed('second_image_url', 'image')]
  expect(describe('fal-ai/thing/edit', 'image-to-image', exchange([listed]), '')).toBe('Edits images.')
  expect(describe('fal-ai/thing/edit', 'image-to-image', exchange(twice), '')).toBe('Edits images.')
})

test.each([
  ['fal-ai/thing/upscale', 'Upscales a video.'],
  ['fal-ai/video-background-removal', 'Removes the background of a video.'],
  ['fal-ai/thing/extend-video', 'Continues a video.'],
  ['fal-ai/thing-lipsync', 'Lip-syncs a video.'],
  ['fal-ai/thing/reframe', 'Extends a video beyond its edges.'],
  ['fal-ai/thing', 'Transforms a video.'],
])('the words of %s give the verb: %s', (endpointId, sentence) => {
  expect(describe(endpointId, 'video-to-video', exchange([needed('video_url', 'video')]), '')).toBe(sentence)
})

test('where the words say nothing, the release may: "upscaled image"', () => {
  const media = exchange([needed('image_url', 'image')])
  expect(describe('fal-ai/aura-sr', 'image-to-image', media, 'Upscaled image')).toBe('Upscales an image.')
})

test('a trainer trains on many, and a question is not part of the answer', () => {
  const examples = exchange([needed('images_data_url', 'image')])
  const question = exchange([needed('prompt', 'text'), needed('image_url', 'image')])
  expect(describe('fal-ai/thing-trainer', 'training', examples, '')).toBe('Trains a LoRA on images.')
  expect(describe('fal-ai/thing', 'vision', question, '')).toBe('Answers questions about an image.')
})

test('it is a sentence even if nothing is known about the input', () => {
  expect(describe('fal-ai/thing', 'text-to-image', exchange([]), '')).toBe('Generates an image.')
  expect(describe('fal-ai/thing/image-to-video', 'image-to-video', exchange([]), '')).toBe(
    'Generates video from an image.',
  )
  expect(describe('fal-ai/chat', 'llm', exchange([]), '')).toBe('Answers with text.')
  expect(describe('fal-ai/embeddings', 'llm', exchange([]), '')).toBe('Generates embeddings.')
})

test('the picture to begin with is what a video is made from, even where all is optional', () => {
  const frames = [offered('end_image_url', 'image'), offered('image_url', 'image'), needed('prompt', 'text')]
  const starts = [offered('end_image_url', 'image'), offered('start_image_url', 'image')]
  expect(describe('fal-ai/thing', 'image-to-video', exchange(frames), '')).toBe(
    'Generates video from an image and a prompt; optional end frame.',
  )
  expect(describe('fal-ai/thing', 'image-to-video', exchange(starts), '')).toBe(
    'Generates video from a start frame; optional end frame.',
  )
})

test('of a file that may be anything nothing is said', () => {
  const media = exchange([needed('url', 'file'), needed('image_url', 'image')])
  expect(describe('fal-ai/arbiter', 'vision', media, '')).toBe('Rates an image.')
  expect(describe('fal-ai/thing/compose', 'video-to-video', exchange([needed('url', 'file')]), '')).toBe(
    'Composes video from tracks.',
  )
})

test.each([
  ['fal-ai/post-processing/grain', 'Adds film grain to an image.'],
  ['fal-ai/post-processing/solarize', 'Solarizes an image.'],
  ['fal-ai/post-processing', 'Applies photographic effects to an image.'],
  ['fal-ai/image-apps-v2/hair-change', 'Changes the hair of the person in an image.'],
  ['fal-ai/image-apps-v2/headshot-photo', 'Turns an image into a headshot photo.'],
  ['fal-ai/image-editing/weather-effect', 'Applies weather effects to an image.'],
  ['fal-ai/luma-photon/modify', 'Edits an image.'],
  ['fal-ai/thing/redux', 'Generates variations of an image.'],
])('the last words of %s tell what is done: %s', (endpointId, sentence) => {
  expect(describe(endpointId, 'image-to-image', exchange([needed('image_url', 'image')]), '')).toBe(sentence)
})

test('words to be spoken are text, whatever their property is called', () => {
  const media = exchange([offered('voice_prompt', 'text'), offered('audio_url', 'audio')])
  expect(describe('fal-ai/thing/digital-twin', 'text-to-video', media, '')).toBe(
    'Makes an avatar speak text; optional audio.',
  )
})

function exchange(takes: Exchanged[]): ExchangedMedia {
  return { takes, returns: [], inputs: [] }
}

function needed(property: string, medium: Medium): Exchanged {
  return { property, medium, isRequired: true, isList: false }
}

function offered(property: string, medium: Medium): Exchanged {
  return { ...needed(property, medium), isRequired: false }
}
