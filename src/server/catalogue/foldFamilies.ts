import type { Model } from '#contract/models.ts'

/** The families of models, by their positions in the catalogue. A model without one is a family of its own. */
export type Families = {
  /** The members of each family together, in the order in which the families' first members stand. */
  fold(positions: readonly number[]): number[][]
  count(positions: readonly number[]): number
}

/** Reads the family of each model once. */
export function indexFamilies(models: readonly Model[]): Families {
  const firstByKey = new Map<string, number>()
  // A family is named by its first model, for one without a key has no other name.
  const familyOf = models.map(({ metadata }, position) => {
    const key = metadata?.group?.key
    if (key === undefined) return position
    const first = firstByKey.get(key) ?? position
    firstByKey.set(key, first)
    return first
  })

  return {
    fold(positions) {
      const families = new Map<number, number[]>()
      for (const position of positions) {
        const family = familyOf[position] ?? position
        const members = families.get(family)
        if (members) members.push(position)
        else families.set(family, [position])
      }
      return [...families.values()]
    },

    count(positions) {
      return new Set(positions.map((position) => familyOf[position] ?? position)).size
    },
  }
}
