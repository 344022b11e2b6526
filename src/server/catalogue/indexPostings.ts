import { rangeBeginning } from './rangeBeginning.ts'

/** The texts that models have, and the positions of the models that have one. What it lists is not to be changed. */
export type Postings = {
  /** Of the models that have the text. */
  having(text: string): Uint32Array
  /** Of those that have a text which begins so: once for each such text. */
  beginning(text: string): Uint32Array
}

/** Indexes the texts of each model once: those that begin alike stand together, and so do the models that have them. */
export function indexPostings(textsOf: readonly (readonly string[])[]): Postings {
  const positionsByText = new Map<string, number[]>()
  for (const [position, texts] of textsOf.entries()) {
    for (const text of texts) {
      const known = positionsByText.get(text)
      if (known) known.push(position)
      else positionsByText.set(text, [position])
    }
  }
  const texts = [...positionsByText.keys()].sort()
  const positions = new Uint32Array(textsOf.reduce((sum, { length }) => sum + length, 0))
  const starts = new Uint32Array(texts.length + 1)
  let end = 0
  for (const [place, text] of texts.entries()) {
    const ofText = positionsByText.get(text) ?? []
    positions.set(ofText, end)
    end += ofText.length
    starts[place + 1] = end
  }

  return {
    having(text) {
      const [from] = rangeBeginning(texts, text)
      return texts[from] === text ? list(from, from + 1) : NONE
    },
    beginning: (text) => list(...rangeBeginning(texts, text)),
  }

  function list(from: number, to: number): Uint32Array {
    return positions.subarray(starts[from], starts[to])
  }
}

const NONE = new Uint32Array()
