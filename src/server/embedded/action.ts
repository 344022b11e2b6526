import type { Medium } from '#schema/field.ts'

export type Action = {
  /** Of the endpoint id. */
  words: RegExp
  /** In what the release says of the output, where the id says nothing. */
  notes?: RegExp
  /**
   * A clause, in which `{source}` stands for the main thing that is given, `{all}` for everything, and `{word}` or
   * `{Word}` for what the words' first group found.
   */
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
  const action =
    possible.find(({ words: pattern }) => pattern.test(words)) ??
    possible.find((one) => one.notes?.test(notes))
  const [, word = ''] = action?.words.exec(words) ?? []
  const capitalised = word.charAt(0).toUpperCase() + word.slice(1)
  return action && { ...action, says: action.says.replace('{word}', word).replace('{Word}', capitalised) }
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
    words: /upscal|super resolution|esrgan|increase resolution|\b(ccsr|swin2sr|thera)\b/,
    notes: /upscaled|super.?resol/,
    says: 'Upscales {source}',
  },
  {
    words: /background remov|remove background|rembg|^ben\b/,
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
  { words: /docres/, says: 'Restores the document in {source}' },
  { words: /chain of zoom/, says: 'Zooms into {source}' },
  { words: /restor|codeformer/, notes: /restored/, says: 'Restores {source}' },
  { words: /enhance|retouch/, notes: /enhanced/, says: 'Enhances {source}' },
  { words: /vectorize|svg|star vector/, says: 'Turns {source} into vector graphics' },
  { words: /cartoonify/, says: 'Turns {source} into a cartoon' },
  { words: /\b(plushie|wojak) style$/, says: 'Restyles {source} in {word} style' },
  { words: /ghiblify|plush|sticker|restyle|\bstyle\b/, says: 'Restyles {source}' },
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
  { words: /\bcompose\b/, says: 'Composes video from tracks' },
  { words: /voice changer|speech to speech/, says: 'Changes the voice in {source}' },
  { words: /voice clone/, says: 'Clones the voice in {source}' },
  { words: /compressor/, says: 'Compresses the dynamics of {source}' },
  { words: /loudnorm/, says: 'Evens out the loudness of {source}' },
  {
    words: /motion (control|transfer)|pose transfer|\banimate\b|steady dancer|muse pose/,
    says: 'Transfers the motion of {source}',
  },
  { words: /\bredux\b/, says: 'Generates variations of {source}' },
  { words: /\breseason\b/, says: 'Changes the season in {source}' },
  { words: /all in focus/, says: 'Brings all of {source} into focus' },
  { words: /genfocus/, says: 'Refocuses {source}' },
  { words: /chromatic aberration/, says: 'Adds chromatic aberration to {source}' },
  { words: /\bgrain$/, says: 'Adds film grain to {source}' },
  { words: /\bvignette$/, says: 'Adds a vignette to {source}' },
  { words: /\bblur$/, says: 'Blurs {source}' },
  { words: /color correction$/, says: 'Corrects the colours of {source}' },
  { words: /\btint$/, says: 'Tints {source}' },
  { words: /dodge burn/, says: 'Lightens and darkens parts of {source}' },
  { words: /\bdissolve$/, says: 'Blends {source}' },
  { words: /post processing (\w+(?:ate|en|ize))$/, says: '{Word}s {source}' },
  { words: /post processing/, says: 'Applies photographic effects to {source}' },
  { words: /texture transform/, says: 'Changes the textures in {source}' },
  { words: /live portrait image/, says: 'Changes the expression of the face in {source}' },
  {
    words: /\b(age|expression|hair)(?:cut| change| modify)$/,
    says: 'Changes the {word} of the person in {source}',
  },
  { words: /\b(\w+) application$/, says: 'Applies {word} to the person in {source}' },
  { words: /age progression/, says: 'Ages the person in {source}' },
  { words: /\b(\w+) version$/, says: 'Shows the person in {source} as a {word}' },
  { words: /teleport/, says: 'Moves the person in {source} to another place' },
  { words: /product holding/, says: 'Shows a person holding a product, from {all}' },
  { words: /(embed|integrate) product/, says: 'Places products in {source}' },
  { words: /\b(\w+) (?:photo|photography|photoshoot|shot)$/, says: 'Turns {source} into a {word} photo' },
  { words: /full portrait/, says: 'Turns {source} into a full portrait' },
  { words: /thumbnails?$/, says: 'Turns {source} into a video thumbnail' },
  { words: /image2pixel/, says: 'Turns {source} into pixel art' },
  { words: /\brealism$/, says: 'Makes {source} more realistic' },
  { words: /\bperspective$/, says: 'Changes the perspective of {source}' },
  { words: /multiple angles/, says: 'Shows {source} from other angles' },
  { words: /time of day/, says: 'Changes the time of day in {source}' },
  { words: /scene composition/, says: 'Moves the subject of {source} to another scene' },
  { words: /\b(\w+) effects?$/, says: 'Applies {word} effects to {source}' },
  { words: /\blayered\b/, says: 'Splits {source} into layers' },
  { words: /eye correct/, says: 'Corrects the gaze in {source}' },
  { words: /recamera/, says: 'Changes the camera of {source}' },
  { words: /\bswap$/, says: 'Replaces things in {source}' },
  { words: /impulse response/, says: 'Applies an impulse response to {source}' },
  {
    words: /\b(edit|edit2|editto|modify|remix|retake|kontext|hidream e1)\b|\bedit |klein realtime/,
    says: 'Edits {source}',
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
  [
    'text-to-video',
    [
      { words: /lip ?sync/, says: 'Lip-syncs {source}', source: 'video' },
      { words: /digital twin/, says: 'Makes an avatar speak {source}' },
    ],
  ],
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
      { words: /embeddings/, says: 'Generates embeddings of {source}' },
      { words: /guard/, says: 'Checks {source} for unsafe content' },
      { words: /prompt generator/, says: 'Writes a video prompt from {source}' },
      { words: /./, says: 'Answers {source} with text' },
    ],
  ],
  ['text-to-json', [{ words: /./, says: 'Writes structured data from {source}' }]],
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
