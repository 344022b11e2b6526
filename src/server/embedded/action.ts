import type { Medium } from '#schema/field.ts'

export type Action = {
  /** Of the endpoint id. */
  words: RegExp
  /** In what the release says of the output, where the id says nothing. */
  notes?: RegExp
  /** A clause, in which `{source}` stands for the main thing that is given, and `{all}` for everything. */
  says: string
  /** What the main thing is, where the category does not tell. */
  source?: Medium
}

/**
 * What an endpoint does to its source, from the words of its id or from notes on its output; undefined when it simply
 * generates the one from the other.
 */
export function actionOf(words: string, notes: string, category: string): Action | undefined {
  const [source, target] = category.split('-to-')
  const possible = source === target ? CHANGES : (BY_CATEGORY.get(category) ?? [])
  return (
    possible.find((action) => action.words.test(words)) ??
    possible.find((action) => action.notes?.test(notes))
  )
}

/** From the more to the less particular: the first that fits counts. */
const CHANGES: Action[] = [
  { words: /\blip ?sync\b|latentsync|musetalk/, says: 'Lip-syncs {source}' },
  { words: /dubbing/, says: 'Dubs {source}' },
  { words: /\balign\b/, says: 'Aligns {source}' },
  { words: /isolation|\bseparate\b|demucs/, says: 'Separates the sounds in {source}' },
  { words: /\btranslate\b/, says: 'Translates the speech in {source}' },
  { words: /\bface swap\b/, says: 'Swaps faces in {source}' },
  { words: /\btry ?on\b|\bvton\b/, says: 'Shows clothes on a person in {source}' },
  {
    words: /upscal|super resolution|esrgan|increase resolution/,
    notes: /upscaled|super.?resol/,
    says: 'Upscales {source}',
  },
  {
    words: /background remov|remove background|rembg/,
    notes: /background removed|without background/,
    says: 'Removes the background of {source}',
  },
  {
    words: /background (replace|change)|(replace|add) background/,
    says: 'Replaces the background of {source}',
  },
  { words: /outpaint|\bexpand\b|reframe/, says: 'Extends {source} beyond its edges' },
  { words: /retexture/, says: 'Applies new textures to {source}' },
  { words: /remesh|topology/, says: 'Rebuilds the mesh of {source}' },
  { words: /\bpart\b/, says: 'Splits {source} into parts' },
  { words: /inpaint|\b(gen)?fill\b/, says: 'Repaints a part of {source}' },
  { words: /erase|object removal|remove element|text removal/, says: 'Removes unwanted parts of {source}' },
  { words: /relight|\blighting\b|iclight/, says: 'Changes the light in {source}' },
  { words: /coloriz|ddcolor|colored/, notes: /colou?rized/, says: 'Colours {source}' },
  { words: /deblur/, says: 'Sharpens {source}' },
  { words: /denoise|deepfilter/, says: 'Removes noise from {source}' },
  { words: /dehaze/, says: 'Removes haze from {source}' },
  { words: /dewarp/, says: 'Flattens the document in {source}' },
  { words: /restor|codeformer/, notes: /restored/, says: 'Restores {source}' },
  { words: /enhance|retouch/, notes: /enhanced/, says: 'Enhances {source}' },
  { words: /vectorize|svg|star vector/, says: 'Turns {source} into vector graphics' },
  { words: /cartoonify|ghiblify|plush|sticker|restyle|\bstyle\b/, says: 'Restyles {source}' },
  { words: /watermark/, says: 'Puts an invisible watermark into {source}' },
  {
    words: /(preprocessors|imageutils).*(depth|midas|zoe)|depth anything/,
    says: 'Estimates the depth of {source}',
  },
  {
    words: /preprocessors sam|imageutils sam|\bsam\b|\bsam2\b|\brle\b|segment/,
    says: 'Segments objects in {source}',
  },
  { words: /preprocessors|diffusion edge|utils canny/, says: 'Traces the lines of {source}' },
  { words: /dwpose/, says: 'Estimates the poses of people in {source}' },
  { words: /caption|subtitle/, says: 'Adds subtitles to {source}' },
  { words: /\brife\b|\bfilm\b|interpolation/, says: 'Generates the frames between those of {source}' },
  { words: /sound effects|foley|mmaudio|thinksound|\bsfx\b/, says: 'Adds sound to {source}' },
  { words: /\b(extend|extension|outpaint)\b/, says: 'Continues {source}' },
  { words: /\breverse\b/, says: 'Reverses {source}' },
  { words: /\btrim\b/, says: 'Trims {source}' },
  { words: /\bscale\b/, says: 'Resizes {source}' },
  { words: /\bblend video\b/, says: 'Blends {source}' },
  { words: /\bmerge\b/, says: 'Merges {source}' },
  { words: /\bcompose\b/, says: 'Composes video from {source}', source: 'file' },
  { words: /voice changer|speech to speech/, says: 'Changes the voice in {source}' },
  { words: /voice clone/, says: 'Clones the voice in {source}' },
  { words: /compressor/, says: 'Compresses the dynamics of {source}' },
  { words: /loudnorm/, says: 'Evens out the loudness of {source}' },
  {
    words: /motion (control|transfer)|pose transfer|\banimate\b|steady dancer|muse pose/,
    says: 'Transfers the motion of {source}',
  },
  { words: /\b(edit|edit2|editto|modify|remix|retake|kontext|redux)\b|\bedit /, says: 'Edits {source}' },
  {
    words: /correction|tint|blur|grain|sharpen|vignette|post processing|desaturate|solarize/,
    says: 'Adjusts {source}',
  },
]

const BY_CATEGORY = new Map<string, Action[]>([
  [
    'training',
    [
      { words: /create style/, says: 'Creates a style from {source}' },
      { words: /create voice/, says: 'Creates a voice from {source}' },
      { words: /create/, says: 'Creates a profile from {source}' },
      { words: /./, says: 'Trains a LoRA on {source}' },
    ],
  ],
  [
    'vision',
    [
      { words: /\bocr\b/, says: 'Reads the text in {source}' },
      { words: /grounding|detect|proposal|\bpoint\b|vocabulary/, says: 'Finds objects in {source}' },
      { words: /segment|\brle\b/, says: 'Segments objects in {source}' },
      { words: /caption|region/, says: 'Describes {source} in words' },
      { words: /nsfw/, says: 'Checks {source} for unsafe content' },
      { words: /embed/, says: 'Turns {source} into embeddings' },
      { words: /arbiter/, says: 'Rates {source}' },
      { words: /size estimator/, says: 'Estimates clothes sizes from {source}' },
      { words: /./, says: 'Answers questions about {source}' },
    ],
  ],
  [
    'image-to-video',
    [
      { words: /interpolation|\brife\b|\bfilm\b/, says: 'Generates the frames between {all}' },
      {
        words: /avatar|omnihuman|sadtalker|echomimic|fabric|infinitalk/,
        says: 'Makes the person in {source} speak',
      },
      { words: /transition/, says: 'Generates a transition from {source}' },
      { words: /effects|pikaffects/, says: 'Applies a video effect to {source}' },
    ],
  ],
  [
    'video-to-audio',
    [
      { words: /music/, says: 'Generates music for {source}' },
      { words: /separate/, says: 'Separates the sounds in {source}' },
      { words: /./, says: 'Generates sound for {source}' },
    ],
  ],
  [
    'video-to-text',
    [
      { words: /characters/, says: 'Registers the characters in {source}' },
      { words: /./, says: 'Answers questions about {source}' },
    ],
  ],
  [
    'video-to-image',
    [
      { words: /swap/, says: 'Swaps faces in {source}' },
      { words: /./, says: 'Extracts images from {source}' },
    ],
  ],
  ['audio-to-video', [{ words: /lip ?sync/, says: 'Lip-syncs {source}', source: 'video' }]],
  ['text-to-video', [{ words: /lip ?sync/, says: 'Lip-syncs {source}', source: 'video' }]],
  [
    'text-to-speech',
    [
      { words: /clone voice|voice clone/, says: 'Clones the voice in {source}', source: 'audio' },
      { words: /voice design/, says: 'Designs a voice from {all}' },
    ],
  ],
  ['audio-to-text', [{ words: /./, says: 'Answers questions about {source}' }]],
  ['speech-to-text', [{ words: /./, says: 'Transcribes the speech in {source}' }]],
  [
    'llm',
    [
      { words: /embeddings/, says: 'Turns {source} into embeddings' },
      { words: /guard/, says: 'Checks {source} for unsafe content' },
      { words: /prompt generator/, says: 'Writes a video prompt from {source}' },
      { words: /./, says: 'Answers {source} with text' },
    ],
  ],
  ['text-to-json', [{ words: /./, says: 'Turns {source} into structured data' }]],
  [
    'json',
    [
      { words: /metadata/, says: 'Reads the metadata of {source}' },
      { words: /waveform/, says: 'Reads the waveform of {source}' },
      { words: /lottie/, says: 'Turns {source} into a Lottie animation' },
      { words: /\bvad\b|smart turn/, says: 'Detects speech in {source}' },
      { words: /./, says: 'Analyses {source}' },
    ],
  ],
])
