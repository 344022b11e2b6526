import { type CallInput, shareKind } from './callInput.ts'

/**
 * Whether two properties are likely one under two names: their names stand in one of the sets below, and their values
 * are made of the same, be it one of them or a list. Only ever a suggestion: nothing is merged by it.
 */
export function isSameByAnotherName(one: CallInput, other: CallInput): boolean {
  if (one.name === other.name) return false
  const names = SET_OF.get(one.name)
  return (
    names !== undefined &&
    names === SET_OF.get(other.name) &&
    one.medium === other.medium &&
    shareKind(one, other)
  )
}

/** Names that models give to one thing. A name stands in one set only. */
const SETS = [
  'prompt text text_prompt input_text gen_text script input',
  'image_size aspect_ratio size video_size',
  'num_images batch_size num_outputs num_samples number_of_images n',
  'image_url image_urls input_image_url input_image_urls image input_image reference_image_url reference_image_urls first_frame_url first_frame_image_url first_image_url start_image_url control_image_url control_lora_image_url',
  'end_image_url last_frame_url last_frame_image_url tail_image_url',
  'mask_url mask_image_url mask_image',
  'video_url input_video_url source_video_url video_urls',
  'audio_url input_audio_url source_audio_url audio_urls',
  'num_inference_steps steps num_steps inference_steps',
  'guidance_scale cfg_scale cfg guidance',
  'duration duration_seconds seconds seconds_total video_length length_seconds',
  'voice voice_id',
  'strength image_strength denoising_strength',
  'upscale_factor scale upscaling_factor upscale',
  'output_format format response_format',
  'fps frames_per_second frame_rate',
  'images_data_url training_data_url images_zip_url data_url',
]

const SET_OF = new Map(SETS.flatMap((names) => names.split(' ').map((name) => [name, names])))
