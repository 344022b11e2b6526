import { expect, test } from 'vitest'
import { exampleModel } from './exampleModel.ts'
import { indexModels } from './searchModels.ts'

const MODELS = [
  model('acme/river/v3/image-to-video', 'River 3', 'image-to-video'),
  model('acme/river/v2.1/master/image-to-video', 'River 2.1 Master', 'image-to-video'),
  model('acme/river/v2.1/text-to-video', 'River 2.1', 'text-to-video'),
  model('acme/river/lipsync', 'River Lip Sync', 'audio-to-video'),
  model('acme/stone-1/dev', 'STONE.1 [dev]', 'text-to-image'),
  model('acme/stone/dev', 'STONE [dev]', 'text-to-image', 'Draws pictures, also of a river.'),
  model('acme/stone/dev/inpainting', 'STONE [dev] Inpainting', 'image-to-image'),
  model('acme/fast-stone', 'Fast STONE', 'text-to-image'),
  model('acme/old-stone', 'Old STONE', 'text-to-image', '', { status: 'deprecated' }),
  model('acme/new-stone', 'New STONE', 'text-to-image'),
  model('brook/reel4.1', 'Reel 4.1', 'text-to-video'),
  model('brook/reel4', 'Reel 4', 'text-to-video'),
  model('brook/reel4/fast', 'Reel 4 Fast', 'text-to-video'),
  model('brook/mango-tango', 'Mango Tango', 'image-to-image', 'Edits a picture.', { tags: ['editing'] }),
  model('brook/speak', 'Speak', 'text-to-speech', 'Reads a text aloud.'),
  model('brook/listen', 'Listen', 'speech-to-text', 'Writes down what is said.'),
  model('brook/clear-cut', 'Clear Cut', 'image-to-image', 'Background removal for pictures.'),
  model('brook/larger', 'Larger', 'image-to-image', 'Upscaling of pictures up to 8k.'),
  model('brook/mesh-maker', 'Mesh Maker', 'image-to-3d'),
  model('brook/hammer3d', 'Hammer3D', 'image-to-3d'),
  model('brook/bang', 'Bang', 'text-to-audio', 'Generates sound effects.'),
  model('brook/presenter', 'Presenter', 'audio-to-video', 'A talking head from a voice.'),
  model('brook/dressing-room', 'Dressing Room', 'image-to-image', 'Virtual try-on of clothes.'),
  model('brook/pebble/trainer', 'Pebble Trainer', 'training', '', { kind: 'training' }),
  model('brook/pebble/fast', 'Pebble Fast', 'text-to-image'),
  model('brook/stepfun', 'Stepfun', 'llm'),
]

test.each([
  // ids and names
  ['brook/reel4', 'brook/reel4'],
  ['BROOK/Reel4', 'brook/reel4'],
  ['stone/dev', 'acme/stone/dev'],
  ['https://fal.ai/models/acme/stone/dev/playground', 'acme/stone/dev'],
  ['stone dev', 'acme/stone/dev'],
  ['stone 1 dev', 'acme/stone-1/dev'],
  ['STONE.1 [dev]', 'acme/stone-1/dev'],
  ['Old STONE', 'acme/old-stone'],
  ['reel 4', 'brook/reel4'],
  ['reel4.1', 'brook/reel4.1'],
  ['reel 4.1', 'brook/reel4.1'],
  ['hammer 3d', 'brook/hammer3d'],
  ['mangotango', 'brook/mango-tango'],
  ['step fun', 'brook/stepfun'],
  // while typing
  ['r', 'acme/river/v3/image-to-video'],
  ['rive', 'acme/river/v3/image-to-video'],
  ['mango t', 'brook/mango-tango'],
  ['acme/stone/', 'acme/stone/dev'],
  ['acme/stone-', 'acme/stone-1/dev'],
  // all words, anywhere
  ['river 2.1', 'acme/river/v2.1/text-to-video'],
  ['river v2.1 text', 'acme/river/v2.1/text-to-video'],
  ['river21', 'acme/river/v2.1/master/image-to-video'],
  ['master river', 'acme/river/v2.1/master/image-to-video'],
  ['stone', 'acme/stone-1/dev'],
  ['fast reel', 'brook/reel4/fast'],
  ['pictures of a river', 'acme/stone/dev'],
  ['a model for editing', 'brook/mango-tango'],
  // synonyms
  ['river i2v', 'acme/river/v3/image-to-video'],
  ['river t2v', 'acme/river/v2.1/text-to-video'],
  ['river text to video', 'acme/river/v2.1/text-to-video'],
  ['tts', 'brook/speak'],
  ['asr', 'brook/listen'],
  ['transcribe', 'brook/listen'],
  ['lipsync', 'acme/river/lipsync'],
  ['lip-sync', 'acme/river/lipsync'],
  ['lip sync', 'acme/river/lipsync'],
  ['bg removal', 'brook/clear-cut'],
  ['rembg', 'brook/clear-cut'],
  ['remove background', 'brook/clear-cut'],
  ['upscaler', 'brook/larger'],
  ['super resolution', 'brook/larger'],
  ['inpaint', 'acme/stone/dev/inpainting'],
  ['mesh', 'brook/mesh-maker'],
  ['sfx', 'brook/bang'],
  ['avatar', 'brook/presenter'],
  ['tryon', 'brook/dressing-room'],
  ['images', 'acme/river/v3/image-to-video'],
  // typing errors
  ['stoen', 'acme/stone-1/dev'],
  ['rivr 2.1', 'acme/river/v2.1/text-to-video'],
  ['mnago tango', 'brook/mango-tango'],
  ['upscaelr', 'brook/larger'],
])('"%s" finds %s first', (q, endpointId) => {
  expect(search(q)[0]).toBe(endpointId)
})

test('every word must be found', () => {
  expect(search('stone lipsync')).toEqual([])
})

test('a word that no model has is left out, if another one remains', () => {
  expect(search('river zzzz')).toEqual(search('river'))
  expect(search('zzzz upscaelr')).toEqual(['brook/larger'])
  expect(search('zzzz 4')).toEqual([])
  expect(search('a zzzz')).toEqual([])
})

test('another form of a word counts as much as the word', () => {
  const models = [
    model('acme/stone/inpainting', 'STONE Inpainting', 'image-to-image'),
    model('acme/river/audio-inpaint', 'River Audio Inpaint', 'audio-to-audio'),
    model('acme/lake/edit', 'Lake Edit', 'image-to-image', 'Repaints.', { tags: ['inpainting'] }),
    model('acme/pond/inpainting', 'Pond Inpainting', 'image-to-image'),
  ]
  expect([...indexModels(models)('inpaint').positions]).toEqual([0, 1, 3, 2])
  const vectors = [
    model('acme/text-to-vector', 'Text to Vector', 'text-to-image'),
    model('acme/vectorizer', 'Vectorizer', 'image-to-image'),
  ]
  expect([...indexModels(vectors)('vectorize').positions]).toEqual([1, 0])
})

test('of names that begin alike the shorter one comes first, the deprecated still last', () => {
  const models = [
    model('brook/reel4/fast/image-to-video', 'Reel 4 Fast Image to Video', 'image-to-video'),
    model('brook/reel4/image-to-video', 'Reel 4 Image to Video', 'image-to-video'),
    model('brook/reel4/old', 'Reel 4 Old', 'text-to-video', '', { status: 'deprecated' }),
    model('brook/reel4/fast', 'Reel 4 Fast', 'text-to-video'),
    model('brook/reel4', 'Reel 4', 'text-to-video'),
  ]
  expect([...indexModels(models)('reel4').positions]).toEqual([4, 3, 1, 0, 2])
})

test('an abbreviated name is found by the whole', () => {
  const models = [
    model('brook/depth-anything', 'Depth Anything', 'image-to-image'),
    model('brook/sam2/image', 'SAM 2 Image', 'image-to-image'),
  ]
  expect([...indexModels(models)('segment anything').positions]).toEqual([1])
  expect([...indexModels(models)('segment anything 2').positions]).toEqual([1])
})

test('typing errors are forgiven only when nothing else matches', () => {
  expect(search('reel')).not.toContain('brook/bang')
  expect(search('speak')).toEqual(['brook/speak'])
})

test('models found equally well keep their order, the active ones first', () => {
  expect(search('stone').slice(-3)).toEqual(['acme/fast-stone', 'acme/new-stone', 'acme/old-stone'])
})

test('what one uses comes before what trains it, unless training is what was asked for', () => {
  expect(search('pebble')).toEqual(['brook/pebble/fast', 'brook/pebble/trainer'])
  expect(search('pebble training')).toEqual(['brook/pebble/trainer'])
})

test('what a model is called counts for more than what is said about it', () => {
  expect(search('river').at(-1)).toBe('acme/stone/dev')
})

test('a text without words finds nothing', () => {
  expect(search('???')).toEqual([])
})

test('a model without metadata is found by its id', () => {
  expect([...indexModels([{ endpoint_id: 'acme/bare' }])('bare').positions]).toEqual([0])
})

test('a search finds the same whatever was searched before it', () => {
  const find = indexModels(MODELS)
  const words = MODELS.flatMap(({ metadata }) => metadata?.display_name?.toLowerCase().split(' ') ?? [])
  const queries = words.flatMap((word, place) => [word, word.slice(0, 2), `${word} ${words[place - 1]}`])
  for (const q of [...queries, ...queries]) expect([q, find(q)]).toEqual([q, indexModels(MODELS)(q)])
})

function search(q: string): string[] {
  return Array.from(indexModels(MODELS)(q).positions, (position) => MODELS[position]?.endpoint_id ?? '')
}

function model(id: string, display_name: string, category: string, description = '', more = {}) {
  return exampleModel(id, { display_name, category, description, ...more })
}
