import { expect, test } from 'vitest'
import type { BrowseFilters } from '#app/filters.ts'
import { choiceInWords, modelsInWords, titleInWords } from './filtersInWords.ts'

test.each<[string, BrowseFilters]>([
  ['All AI models', {}],
  ['Active models', { status: 'active' }],
  ['Models matching “flux”', { q: 'flux' }],
  [
    'Active image to video models that take audio',
    { status: 'active', category: ['image-to-video'], takes: ['audio'] },
  ],
  [
    'Text to image or image to image models with seed, without lora, matching “flux”',
    { category: ['text-to-image', 'image-to-image'], param: ['seed'], tag: ['-lora'], q: 'flux' },
  ],
  [
    'Models that take image and audio and return video, with seed and end_image_url',
    { takes: ['image', 'audio'], returns: ['video'], param: ['seed', 'end_image_url'] },
  ],
  ['Models that do not take audio and return 3D', { takes: ['-audio'], returns: ['3d'] }],
  // The category and the kind of the same name are said once.
  ['Deprecated training models', { status: 'deprecated', category: ['training'], kind: ['training'] }],
  ['Models other than image to 3D or training', { category: ['-image-to-3d'], kind: ['-training'] }],
  [
    'Models tagged lora or turbo, by bria, of the flux.1 family, with a commercial licence',
    { tag: ['lora', 'turbo'], provider: ['bria'], group: ['flux.1'], license_type: ['commercial'] },
  ],
  [
    'Models not by bria or fal-ai, not of the flux.1 family, without a private licence',
    { provider: ['-bria', '-fal-ai'], group: ['-flux.1'], license_type: ['-private'] },
  ],
  ['Favourite active models', { mine: 'favourites', status: 'active' }],
  ['Models in a shortlist of 2, matching “x”', { endpoint_ids: ['a/b', 'c/d'], q: 'x' }],
  // How they are ordered and shown changes nothing about which they are.
  ['All AI models', { sort: 'newest', variants: 'apart', view: 'table' }],
])('%s', (title, filters) => {
  expect(titleInWords(filters)).toBe(title)
})

test('a sentence may be about one model', () => {
  expect(modelsInWords({ status: 'active', takes: ['audio', '-video'] }, 'model')).toBe(
    'active model that takes audio and does not take video',
  )
})

test('a choice is told by itself', () => {
  expect(choiceInWords('takes', 'audio')).toBe('takes audio')
  expect(choiceInWords('returns', '-json')).toBe('returns no JSON')
  expect(choiceInWords('param', 'seed')).toBe('has seed')
  expect(choiceInWords('param', '-seed')).toBe('has no seed')
  expect(choiceInWords('tag', '-lora')).toBe('not lora')
  expect(choiceInWords('category', 'image-to-3d')).toBe('image to 3D')
  expect(choiceInWords('provider', '-bria')).toBe('not by bria')
  expect(choiceInWords('group', 'flux.1')).toBe('flux.1 family')
})
