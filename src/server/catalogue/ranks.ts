/**
 * How well each model answers, by its position in the catalogue: less is better, and NOT_FOUND is not at all. Empty where
 * none does, as with most of what two words make that are written as one.
 */
export type Ranks = Uint8Array

export const NOT_FOUND = 255

/** Gives the models at these positions a rank, whatever they had. */
export function mark(ranks: Ranks, positions: Uint32Array, rank: number) {
  // By index: there may be a million of them.
  for (let place = 0; place < positions.length; place++) ranks[positions[place] ?? 0] = rank
}

// Two loops that look alike: a function that chooses would be called for every model, in every search.

/** Models found by every one of these, as badly as by the worst. */
export function rankByAll(ranks: readonly Ranks[]): Ranks {
  if (ranks.some(isEmpty)) return new Uint8Array()
  const [first = new Uint8Array(), ...others] = ranks
  if (others.length === 0) return first
  const worst = first.slice()
  for (const ranks of others) {
    for (let position = 0; position < worst.length; position++) {
      const rank = ranks[position] ?? NOT_FOUND
      if (rank > (worst[position] ?? NOT_FOUND)) worst[position] = rank
    }
  }
  return worst
}

/** Models found by any of these, as well as by the best. */
export function rankByAny(ranks: readonly Ranks[]): Ranks {
  const [first = new Uint8Array(), ...others] = ranks.filter((each) => !isEmpty(each))
  if (others.length === 0) return first
  const best = first.slice()
  for (const ranks of others) {
    for (let position = 0; position < best.length; position++) {
      const rank = ranks[position] ?? NOT_FOUND
      if (rank < (best[position] ?? NOT_FOUND)) best[position] = rank
    }
  }
  return best
}

function isEmpty({ length }: Ranks): boolean {
  return length === 0
}
