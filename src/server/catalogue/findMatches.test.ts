import { expect, test } from 'vitest'
import { exampleModel } from './exampleModel.ts'
import { createMatcher } from './findMatches.ts'
import { indexModels } from './searchModels.ts'

const MODELS = [
  exampleModel('acme/river/v2.1', {
    display_name: 'River 2.1',
    category: 'image-to-video',
    description: 'Animates a picture in the café.',
    tags: ['upscaling', 'virtual try-on'],
  }),
  exampleModel('brook/nano-mango', {
    display_name: 'Nano Mango',
    description: 'Background removal, also in speech that was recorded for recognition.',
  }),
  { endpoint_id: 'brook/bare' },
]

test.each<[q: string, ...matches: string[]]>([
  // as it stands there, in the most visible field
  ['river', 'display_name: River'],
  ['RIVER v2.1', 'display_name: River', 'display_name: 2.1'],
  ['acme', 'endpoint_id: acme'],
  ['cafe picture', 'description: café', 'description: picture'],
  ['bare', 'endpoint_id: bare'],
  // the beginning of a word
  ['riv', 'display_name: River'],
  ['anim', 'description: Animates'],
  // ids and addresses
  ['acme/river/v2', 'endpoint_id: acme/river/v2'],
  ['https://fal.ai/models/acme/river/v2.1/api', 'endpoint_id: acme/river/v2.1'],
  // synonyms, other forms, corrections, what is left out
  ['i2v', 'category: image-to-video'],
  ['upscale', 'tags: upscaling'],
  ['upscaelr', 'tags: upscaling'],
  ['vton', 'tags: try-on'],
  ['rembg', 'description: Background removal'],
  ['asr', 'description: speech', 'description: recognition'],
  ['rivr zzzz', 'display_name: River'],
  // written as one, or apart
  ['nanomango', 'display_name: Nano Mango'],
  ['nano man go', 'display_name: Nano', 'display_name: Mango'],
  ['river21', 'display_name: River 2.1'],
  ['brooknanoma', 'endpoint_id: brook/nano-mango'],
  // once, however often it was typed
  ['river River', 'display_name: River'],
])('"%s" found the first model by %s', (q, ...matches) => {
  const found = indexModels(MODELS)(q)
  const model = MODELS[found.positions[0] ?? -1]
  const pieces = model ? createMatcher(found)(model) : []
  expect(pieces.map(({ field, text }) => `${field}: ${text}`)).toEqual(matches)
})
