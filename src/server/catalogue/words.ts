/**
 * The words of a text in reading order, as both sides of a search see them: lower case, without accents,
 * a version without its v, and "image to video" in any spelling as the one word that names the category.
 * `FLUX.1 [dev]` is flux, 1, dev; `kling-video/v2.1` is kling, video, 2.1.
 */
export function readWords(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.replace(CONVERSION, '$1-to-').match(WORD) ?? []
  return words.map(withoutVersionLetter)
}

/** Everything that a text may be found by: its words, their parts, and neighbours written as one. */
export function readTerms(text: string): string[] {
  const words = readWords(text)
  const neighbours = words.slice(1).map((word, previous) => joinWords(words[previous] ?? '', word))
  return [...words, ...words.flatMap(splitWord), ...neighbours]
}

/** The parts of a word that people also write apart: veo3.1 as veo and 3.1, image-to-video as image and video. */
export function splitWord(word: string): string[] {
  return partsOf(word).map(({ part }) => part)
}

/** The same, with where in the word each part begins. */
export function partsOf(word: string): { part: string; at: number }[] {
  if (word.includes('-')) {
    const parts = [...word.matchAll(/[^-]+/g)].map(({ 0: part, index }) => ({ part, at: index }))
    return parts.filter(({ part }) => part !== 'to')
  }
  const [, name, number] = /^(\p{L}{2,})(\d.*)$/u.exec(word) ?? []
  if (name === undefined || number === undefined) return []
  return [
    { part: name, at: 0 },
    { part: number, at: name.length },
  ]
}

/** `v2.1` is 2.1. */
export function withoutVersionLetter(word: string): string {
  return word.replace(/^v(?=\d)/, '')
}

/** Neighbours that people also write as one: Nano Banana as nanobanana, Kling 2.1 as kling21. */
export function joinWords(first: string, second: string): string {
  return `${first}${second}`.replaceAll('.', '')
}

/** A medium and "to", with whatever stands between; the plural of `images-to-video` makes no other task of it. */
export const CONVERSION =
  /(?<![\p{L}\p{N}])(image|video|text|audio|speech|music|voice|sketch|3d|img|vid|txt)s?[\s_-]+to[\s_-]+(?=[\p{L}\p{N}])/gu

/** A dot stays only inside a number: `2.1` is one word, `FLUX.1` is two. */
export const WORD = /[\p{L}\p{N}]+(?:-to-[\p{L}\p{N}]+|(?<=\p{N})\.(?=\p{N})[\p{L}\p{N}]+)*/gu
