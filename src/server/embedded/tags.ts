import type { ExchangedMedia } from './exchangedMedia.ts'

/** What people filter by, from the words of the id and from what the input offers; each tag once, in a fixed order. */
export function tagsOf(words: string, media: ExchangedMedia, isStreaming: boolean, isNew: boolean): string[] {
  return [
    ...(isNew ? ['new'] : []),
    ...WORD_TAGS.filter(([, pattern]) => pattern.test(words)).map(([tag]) => tag),
    ...(isStreaming ? ['streaming'] : []),
    ...INPUT_TAGS.filter(([, pattern]) => media.inputs.some((input) => pattern.test(input))).map(
      ([tag]) => tag,
    ),
  ].filter((tag, place, tags) => tags.indexOf(tag) === place)
}

const WORD_TAGS: [string, RegExp][] = [
  ['lora', /\blora\b/],
  ['fast', /\bfast\b|\bspeed\b/],
  ['turbo', /\bturbo\b/],
  ['lightning', /\blightning\b/],
  ['distilled', /\bdistill(ed)?\b/],
  ['lite', /\blite\b/],
  ['mini', /\bmini\b/],
  ['standard', /\bstandard\b/],
  ['pro', /\bpro\b/],
  ['master', /\bmaster\b/],
  ['ultra', /\bultra\b/],
  ['max', /\bmax\b/],
  ['preview', /\bpreview\b/],
  ['realtime', /\brealtime\b/],
  ['streaming', /\bstream\b/],
  ['edit', /\bedit(ing)?\b/],
  ['inpainting', /inpaint/],
  ['outpainting', /outpaint|reframe/],
  ['upscaling', /upscal|super resolution|esrgan/],
  ['background-removal', /background removal|remove background|background remove|rembg/],
  ['try-on', /\btry ?on\b|\bvton\b/],
  ['lip-sync', /lip ?sync/],
  ['avatar', /avatar/],
  ['reference', /\breference\b/],
  ['extend', /\bextend\b|\bextension\b/],
  ['effects', /effects$/],
  ['motion-control', /motion (control|transfer)/],
  ['controlnet', /controlnet|\bcanny\b|\bdepth\b/],
  ['segmentation', /\bsam\b|\bsam2\b|segment/],
  ['ocr', /\bocr\b/],
  ['captioning', /caption/],
  ['music', /music|lyria|sonauto/],
  ['sound-effects', /sound effect|\bsfx\b|foley/],
  ['tts', /\btts\b|text to speech/],
  ['voice-cloning', /voice clone|clone voice/],
  ['vector', /vector|svg/],
]

const INPUT_TAGS: [string, RegExp][] = [
  ['lora', /^loras?$|^lora_(url|path)$/],
  ['controlnet', /^(easy_)?controlnets?$|^control_loras$/],
  ['ip-adapter', /^ip_adapters?$/],
  ['end-frame', /^(end|tail|last)_(image|frame)/],
  ['audio', /^(generate|enable|with)_audio/],
  ['camera-control', /^camera_(control|movement|motion)|^advanced_camera/],
]
