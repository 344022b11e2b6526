import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSearchText, SEARCH_KEYS, type Vocabulary, withWords } from './searchWords.ts'

const VOCABULARY: Vocabulary = {
  category: ['text-to-video', 'text-to-image', 'training'],
  tag: ['lora', 'upscaling', '3D'],
  provider: ['fal-ai', 'bria'],
  kind: ['inference', 'training'],
  group: ['flux.1', 'flux.1-pro', 'flux.2 max'],
  takes: ['text', 'image', 'audio'],
  returns: ['image', 'video'],
  param: ['seed', 'seed_image_url', 'prompt'],
  license_type: ['commercial'],
}

const finished = (text: string, vocabulary = VOCABULARY) => readSearchText(text, vocabulary)
/** While someone types at the end. */
const paused = (text: string) => readSearchText(text, VOCABULARY, text.length)

test('every kind of word becomes its filter, and leaves the text', () => {
  const { q, text, words } = finished(
    'category:text-to-video has:seed takes:audio returns:video tag:lora provider:fal-ai kind:training licence:commercial family:flux.1 status:active sort:newest',
  )
  expect(text).toBe('')
  expect(q).toBe('')
  expect(withWords({}, words)).toEqual({
    category: ['text-to-video'],
    param: ['seed'],
    takes: ['audio'],
    returns: ['video'],
    tag: ['lora'],
    provider: ['fal-ai'],
    kind: ['training'],
    license_type: ['commercial'],
    group: ['flux.1'],
    status: 'active',
    sort: 'newest',
  })
})

test('what is not understood is searched', () => {
  expect(finished('big tag:none takes:smell has: -shoes foo:bar status:idle text-to-image')).toMatchObject({
    q: 'big tag:none takes:smell has: -shoes foo:bar status:idle text-to-image',
    words: [],
  })
})

test('words between others leave them in order, with their spaces', () => {
  expect(finished('a takes:audio  big  has:seed cat ')).toMatchObject({
    text: 'a big  cat ',
    q: 'a big cat',
  })
})

test('a minus excludes: any value, and by itself a tag that exists', () => {
  const { words, q } = finished('-lora -tag:upscaling takes:-audio -no-such-tag')
  expect(withWords({}, words)).toEqual({ tag: ['-lora', '-upscaling'], takes: ['-audio'] })
  expect(q).toBe('-no-such-tag')
})

test('case does not matter, and the filter has the value as the server writes it', () => {
  const { words } = finished('Takes:AUDIO tag:3d')
  expect(withWords({}, words)).toEqual({ takes: ['audio'], tag: ['3D'] })
})

test('quotes hold a value with spaces together', () => {
  const { words, q } = finished('family:"flux.2 max" category:"text to video" "a phrase"')
  expect(withWords({}, words)).toEqual({ group: ['flux.2 max'], category: ['text-to-video'] })
  expect(q).toBe('"a phrase"')
})

test('the word that is still typed waits while it may become another one, and is not searched meanwhile', () => {
  expect(paused('cat has:se')).toMatchObject({ text: 'cat has:se', q: 'cat', words: [] })
  // Or seed_image_url?
  expect(paused('has:seed')).toMatchObject({ text: 'has:seed', q: '', words: [] })
  expect(paused('has:prompt')).toMatchObject({ text: '', words: [{ facet: 'param', choice: 'prompt' }] })
  expect(paused('-lo')).toMatchObject({ text: '-lo', q: '' })
  expect(paused('-lora')).toMatchObject({ text: '', words: [{ facet: 'tag', choice: '-lora' }] })
  expect(paused('status:act')).toMatchObject({ text: 'status:act', q: '' })
  expect(paused('family:"flux.1"')).toMatchObject({ words: [{ facet: 'group', choice: 'flux.1' }] })
  // Nothing begins like this.
  expect(paused('tag:zz')).toMatchObject({ text: 'tag:zz', q: 'tag:zz' })
})

test('a word with a space behind it is finished', () => {
  expect(paused('has:seed ')).toMatchObject({ text: '', q: '', hasFinishedWord: true })
  expect(paused('tag:none ')).toMatchObject({ q: 'tag:none', hasFinishedWord: false })
  expect(paused('has:prompt')).toMatchObject({ hasFinishedWord: false })
})

test('a word that grows before another one does not take it along', () => {
  // Typed before "audio": next comes a space.
  expect(readSearchText('takes:audio cat', VOCABULARY, 6)).toMatchObject({
    text: 'takes:audio cat',
    q: 'cat',
    words: [],
  })
  expect(readSearchText('takes:audio cat', VOCABULARY, 15)).toMatchObject({
    text: 'cat',
    hasFinishedWord: true,
  })
  expect(readSearchText('-lora cat', VOCABULARY, 1)).toMatchObject({ text: '-lora cat', q: 'cat' })
})

test('a server without counts offers category and status alone', () => {
  const text = 'category:text-to-video takes:audio -lora sort:newest status:deprecated'
  const { words, q } = finished(text, {})
  expect(withWords({}, words)).toEqual({ category: ['text-to-video'], status: 'deprecated' })
  expect(q).toBe('takes:audio -lora sort:newest')
})

test('a word takes the place of its opposite, and adds to others', () => {
  const { words } = finished('-lora takes:image')
  expect(withWords({ tag: ['lora'], takes: ['audio', 'image'] }, words)).toEqual({
    tag: ['-lora'],
    takes: ['audio', 'image'],
  })
})

const word = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('', '-'),
      fc.constantFrom(...SEARCH_KEYS.keys()),
      fc.constantFrom(':', ':-', ':"'),
      fc.constantFrom('', 'audio', 'seed', 'lo', 'flux.1"', 'active'),
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('-lora', '-', '"', '""', 'cat'),
)
const typed = fc
  .array(word)
  .chain((words) => fc.constantFrom(' ', '  ', '\t').map((space) => words.join(space)))

test('whatever is typed, only whole words leave it, and nothing else changes', () => {
  fc.assert(
    fc.property(typed, fc.option(fc.nat(40), { nil: undefined }), (text, caret) => {
      const { text: rest, q, words } = readSearchText(text, VOCABULARY, caret)
      const left = rest.split(/\s+/).filter(Boolean)
      const whole = text.split(/\s+/).filter(Boolean)
      // In order: every part that is left is found in what was typed, behind the one before.
      let at = 0
      for (const part of left) {
        at = whole.indexOf(part, at) + 1
        expect(at).toBeGreaterThan(0)
      }
      expect(words.length > 0 || rest === text).toBe(true)
      const searched = q.split(' ').filter(Boolean)
      expect(left.filter((part) => searched.includes(part)).length).toBeGreaterThanOrEqual(searched.length)
    }),
  )
})
