import type { Model } from '#contract/models.ts'

/** The families of models, by their positions in the catalogue. A model without one is a family of its own. */
export type Families = {
  /**
   * Of the families in the order in which their first members stand, those from one place to before another, with all of
   * their members; and how many there are in all.
   */
  fold(positions: Uint32Array, from: number, to: number): { families: number[][]; count: number }
  count(positions: Uint32Array): number
}

/** Reads the family of each model once. */
export function indexFamilies(models: readonly Model[]): Families {
  const firstByKey = new Map<string, number>()
  // A family is named by its first model, for one without a key has no other name.
  const familyOf = Uint32Array.from(models, ({ metadata }, position) => {
    const key = metadata?.group?.key
    if (key === undefined) return position
    const first = firstByKey.get(key) ?? position
    firstByKey.set(key, first)
    return first
  })

  return { fold, count: (positions) => fold(positions, 0, 0).count }

  function fold(positions: Uint32Array, from: number, to: number) {
    /** Counted from 1. */
    const placeOf = new Uint32Array(models.length)
    const families: number[][] = []
    let count = 0
    for (const position of positions) {
      const family = familyOf[position] ?? position
      const place = placeOf[family] || ++count
      placeOf[family] = place
      if (place <= from || place > to) continue
      const members = (families[place - 1 - from] ??= [])
      members.push(position)
    }
    return { families, count }
  }
}
