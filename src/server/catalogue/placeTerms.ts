import { CONVERSION, joinWords, partsOf, WORD, withoutVersionLetter } from './words.ts'

/** A term that a text may be found by, and where the piece of the text stands that it was read from. */
export type PlacedTerm = { term: string; from: number; to: number }

/** The words of a text, as `readWords` gives them. */
export function placeWords(text: string): PlacedTerm[] {
  return placeRawWords(text).map(({ word, places }) => ({ term: word, ...spanOf(places) }))
}

/** The terms of a text, as `readTerms` gives them. */
export function placeTerms(text: string): PlacedTerm[] {
  const raw = placeRawWords(text)
  const words = raw.map(({ word, places }) => ({ term: word, ...spanOf(places) }))
  const parts = raw.flatMap(({ word, places }) =>
    partsOf(word).map(({ part, at }) => {
      const before = places.length - word.length + at
      return { term: part, ...spanOf(places.slice(before, before + part.length)) }
    }),
  )
  const neighbours = words.slice(1).map((word, previous) => {
    const { term, from } = words[previous] ?? word
    return { term: joinWords(term, word.term), from, to: word.to }
  })
  return [...words, ...parts, ...neighbours]
}

/** Where one letter of the plain text stands in the text as it was written. */
type Place = { from: number; to: number }

/** Words with the place of each of their letters, those of a version's v included. */
function placeRawWords(text: string): { word: string; places: Place[] }[] {
  const { plain, places } = writeTasksAsOne(makePlain(text))
  return [...plain.matchAll(WORD)].map(({ 0: raw, index }) => ({
    word: withoutVersionLetter(raw),
    places: places.slice(index, index + raw.length),
  }))
}

function spanOf(places: readonly Place[]): Place {
  return { from: places[0]?.from ?? 0, to: places.at(-1)?.to ?? 0 }
}

type PlainText = { plain: string; places: Place[] }

/** Lower case without accents; an accent belongs to the letter before it. */
function makePlain(text: string): PlainText {
  let plain = ''
  const places: Place[] = []
  let from = 0
  for (const letter of text) {
    const to = from + letter.length
    const kept = letter.normalize('NFKD').replace(/\p{M}/gu, '')
    const last = places.at(-1)
    if (kept === '' && last) last.to = to
    plain += kept
    for (let unit = 0; unit < kept.length; unit++) places.push({ from, to })
    from = to
  }
  return { plain: plain.toLowerCase(), places }
}

function writeTasksAsOne({ plain, places }: PlainText): PlainText {
  let written = ''
  const kept: Place[] = []
  let end = 0
  for (const { 0: conversion, 1: medium = '', index } of plain.matchAll(CONVERSION)) {
    const afterMedium = index + medium.length
    written += `${plain.slice(end, afterMedium)}-to-`
    kept.push(...places.slice(end, afterMedium))
    end = index + conversion.length
    const between = spanOf(places.slice(afterMedium, end))
    kept.push(between, between, between, between)
  }
  return { plain: written + plain.slice(end), places: [...kept, ...places.slice(end)] }
}
