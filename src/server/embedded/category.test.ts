import { expect, test } from 'vitest'
import { categoryOf } from './category.ts'
import { exchangedMedia } from './exchangedMedia.ts'
import { readRelease } from './readRelease.ts'

const ANYTHING = '{ value?: number }'

test.each([
  ['fal-ai/kling-video/v2.1/master/text-to-video', 'text-to-video'],
  ['fal-ai/wan-i2v', 'image-to-video'],
  ['fal-ai/veo3.1/first-last-frame-to-video', 'image-to-video'],
  ['fal-ai/vidu/q1/reference-to-video', 'image-to-video'],
  ['fal-ai/meshy/v5/multi-image-to-3d', 'image-to-3d'],
  ['fal-ai/recraft/v4/text-to-vector', 'text-to-image'],
  ['fal-ai/wan/v2.2-14b/speech-to-video', 'audio-to-video'],
  ['fal-ai/chatterbox/speech-to-speech', 'speech-to-speech'],
  ['fal-ai/gemini-tts', 'text-to-speech'],
  ['fal-ai/flux-2-trainer/edit', 'training'],
  ['fal-ai/omnilottie/image-to-lottie', 'json'],
])('the words of %s say %s', async (endpointId, category) => {
  expect(await categoryFor(endpointId, ANYTHING, ANYTHING)).toBe(category)
})

test.each([
  ['text-to-image', '{ prompt: string; image_url?: string }', '{ images: Array<Image> }'],
  ['image-to-image', '{ prompt: string; image_urls: Array<string> }', '{ images: Array<Image> }'],
  ['image-to-video', '{ image_url: Url; audio_url: Url }', '{ video: File }'],
  ['video-to-video', '{ video_url: Url; image_url: Url }', '{ video: File; seed: number }'],
  ['text-to-speech', '{ text: string; voice?: "a" | "b" }', '{ audio: File }'],
  ['text-to-audio', '{ prompt: string; lyrics: string; voice_id?: string }', '{ audio: File }'],
  ['speech-to-text', '{ audio_url: Url }', '{ text: string }'],
  ['audio-to-text', '{ audio_url: Url; prompt: string }', '{ output: string }'],
  ['vision', '{ image_url: Url }', '{ results: string }'],
  ['llm', '{ prompt: string }', '{ output: string; reasoning?: string }'],
  ['image-to-3d', '{ image_url: Url }', '{ model_mesh: File; preview: Image }'],
  ['3d-to-3d', '{ model_url: Url; image_url: Url }', '{ model_glb: File }'],
  ['image-to-image', '{ /** URL of the image. */ image_source?: string }', '{ image: Image }'],
  ['text-to-image', '{ prompt: string; control_image_url: Url }', '{ image: Image }'],
  ['image-to-video', '{ keyframes: Array<Keyframe>; prompt?: string }', '{ video: File }'],
])('it is %s to take %s and return %s', async (category, input, output) => {
  expect(await categoryFor('fal-ai/unheard-of', input, output)).toBe(category)
})

test('a word for changing makes the source of what is optional', async () => {
  const types = ['{ prompt: string; video_url?: Url }', '{ video: File }'] as const
  expect(await categoryFor('fal-ai/model', ...types)).toBe('text-to-video')
  expect(await categoryFor('fal-ai/model/edit', ...types)).toBe('video-to-video')
})

async function categoryFor(endpointId: string, input: string, output: string) {
  const { components } = await readRelease(`
    export type File = { url: string }
    export type Image = { url: string; width?: number }
    export type Keyframe = { image_url: string | Blob | File }
    export type In = ${input.replaceAll('Url', 'string | Blob | File')}
    export type Out = ${output}
    export type EndpointTypeMap = {}
  `)
  return categoryOf(endpointId, exchangedMedia('In', 'Out', components))
}
