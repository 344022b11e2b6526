import { expect, test } from 'vitest'
import { displayNames, nameParts } from './displayName.ts'

test.each([
  ['fal-ai/flux/dev', 'FLUX.1 [dev]'],
  ['fal-ai/flux/dev/image-to-image', 'FLUX.1 [dev] Image to Image'],
  ['fal-ai/flux-pro/v1.1-ultra', 'FLUX1.1 [pro] Ultra'],
  ['fal-ai/flux-pro/kontext/max/multi', 'FLUX.1 Kontext [max] Multi'],
  ['fal-ai/flux-2/klein/9b/base/edit/lora', 'FLUX.2 [klein] 9B Base Edit LoRA'],
  ['fal-ai/fast-sdxl', 'Fast SDXL'],
  ['fal-ai/stable-diffusion-v35-large', 'Stable Diffusion 3.5 Large'],
  ['fal-ai/ltx-video-v095/image-to-video', 'LTX Video 0.9.5 Image to Video'],
  ['fal-ai/ltx-2.3/text-to-video/fast', 'LTX-2.3 Text to Video Fast'],
  ['fal-ai/kling-video/v2.1/master/image-to-video', 'Kling 2.1 Master Image to Video'],
  ['fal-ai/wan/v2.2-a14b/text-to-video/lora', 'Wan 2.2 A14B Text to Video LoRA'],
  ['wan/v2.6/image-to-video/flash', 'Wan 2.6 Image to Video Flash'],
  ['fal-ai/wan-i2v', 'Wan Image to Video'],
  ['fal-ai/minimax/hailuo-02/pro/text-to-video', 'MiniMax Hailuo 02 Pro Text to Video'],
  ['fal-ai/minimax/speech-2.8-hd', 'MiniMax Speech 2.8 HD'],
  ['fal-ai/elevenlabs/tts/turbo-v2.5', 'ElevenLabs TTS Turbo v2.5'],
  ['fal-ai/gpt-image-1.5/edit', 'GPT Image 1.5 Edit'],
  ['fal-ai/veo3.1/fast/first-last-frame-to-video', 'Veo 3.1 Fast First & Last Frame to Video'],
  ['fal-ai/bytedance/seedance/v1/pro/image-to-video', 'Seedance 1.0 Pro Image to Video'],
  ['fal-ai/sam-3-1/image-rle', 'SAM 3.1 Image RLE'],
  ['fal-ai/florence-2-large/ocr-with-region', 'Florence-2 Large OCR with Region'],
  ['bria/fibo-edit/add_object_by_text', 'Bria FIBO Edit Add Object by Text'],
  ['xai/grok-imagine-image', 'xAI Grok Imagine Image'],
  ['openrouter/router/vision', 'OpenRouter Vision'],
  ['CassetteAI/music-generator', 'CassetteAI Music Generator'],
  ['fal-ai/some-new-thing/v2.5/image-to-video', 'Some New Thing 2.5 Image to Video'],
  ['somebody/thing-7b', 'Somebody Thing 7B'],
  ['bria/fibo-edit/edit', 'Bria FIBO Edit'],
  ['fal-ai/bytedance-upscaler/upscale/video', 'ByteDance Upscaler Video'],
  ['xai/grok-imagine-video/edit-video', 'xAI Grok Imagine Video Edit'],
  ['xai/grok-imagine-video/text-to-video', 'xAI Grok Imagine Video Text to Video'],
  ['fal-ai/qwen-image/image-to-image', 'Qwen Image Image to Image'],
  ['fal-ai/minimax/preview/speech-2.5-turbo', 'MiniMax Speech 2.5 Turbo Preview'],
  ['fal-ai/imagen4/preview/fast', 'Imagen 4 Fast Preview'],
  ['fal-ai/gemini-3-pro-image-preview/edit', 'Gemini 3 Pro Image Preview Edit'],
  ['fal-ai/kling-video/ai-avatar/v2/pro', 'Kling AI Avatar 2.0 Pro'],
])('%s is called %s', (endpointId, name) => {
  expect(displayNames([endpointId]).get(endpointId)).toBe(name)
})

test('of two endpoints with one name the first keeps it and the other tells what differs', () => {
  const names = displayNames(['fal-ai/flux/dev', 'fal-ai/flux-1/dev'])
  expect([...names.values()]).toEqual(['FLUX.1 [dev]', 'FLUX.1 [dev] (flux-1)'])
})

test('a family is the product with its version; what stands in brackets is a variant', () => {
  expect(nameParts('fal-ai/flux/dev/redux')).toEqual({ family: 'FLUX.1', variant: '[dev] Redux' })
  expect(nameParts('fal-ai/kling-video/v2.1/pro/image-to-video')).toEqual({
    family: 'Kling 2.1',
    variant: 'Pro Image to Video',
  })
  expect(nameParts('fal-ai/veo3')).toEqual({ family: 'Veo 3', variant: '' })
})
