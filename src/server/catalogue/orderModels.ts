import type { Model } from '#contract/models.ts'
import { type Sort, type SortKey, splitSort } from '#contract/modelsQuery.ts'
import { listByPlace } from './listByPlace.ts'
import type { ModelSignature } from './readSignature.ts'

/** Puts models, by their positions in the catalogue, into the order asked for. */
export type OrderModels = (positions: Uint32Array, sort: Sort) => Uint32Array

/**
 * Orders by what the models say of themselves; `relevance` is the order in which they are given. Equal ones keep the order
 * of the catalogue, and those that say nothing come last, in either direction.
 */
export function indexOrder(
  models: readonly Model[],
  signatures: readonly (ModelSignature | undefined)[],
): OrderModels {
  // Made when first asked for: comparing names as people do takes as long as a dozen searches.
  const ranksByKey = new Map<OrderedKey, OrderedRanks>()

  return function order(positions, sort) {
    const { key, isReversed } = splitSort(sort)
    if (key === 'relevance') return isReversed ? positions.toReversed() : positions
    const { ranks, told } = ranksOf(key)
    const found = positions.toSorted()
    const places = found.map((position) => {
      const rank = ranks[position] ?? told
      return isReversed && rank < told ? told - 1 - rank : rank
    })
    return listByPlace(found, places, told + 1)
  }

  function ranksOf(key: OrderedKey): OrderedRanks {
    const known = ranksByKey.get(key)
    if (known) return known
    const ranks = rank(models.map((model, position) => VALUES[key](model, signatures[position])))
    ranksByKey.set(key, ranks)
    return ranks
  }
}

/** The rank of each model, and how many ranks there are, which is the rank of those that say nothing. */
type OrderedRanks = { ranks: Uint32Array; told: number }

type OrderedKey = Exclude<SortKey, 'relevance'>

/** What a model is ordered by, less coming first; undefined, and the empty text, where it says nothing. */
const VALUES: Record<
  OrderedKey,
  (model: Model, signature: ModelSignature | undefined) => string | number | undefined
> = {
  newest: ({ metadata }) => -Date.parse(metadata?.date ?? ''),
  updated: ({ metadata }) => -Date.parse(metadata?.updated_at ?? ''),
  name: ({ metadata }) => metadata?.display_name,
  id: ({ endpoint_id }) => endpoint_id,
  takes: (_, signature) => signature?.takes.join(' '),
  returns: (_, signature) => signature?.returns.join(' '),
  inputs: (_, signature) => signature && signature.required_inputs + signature.optional_inputs,
  status: ({ metadata }) => metadata?.status,
}

/** The place of each value among all, the same for equal ones. */
function rank(values: readonly (string | number | undefined)[]): OrderedRanks {
  const told = new Set(values.filter((value) => value !== undefined && value !== '' && !Number.isNaN(value)))
  const places = new Map([...told].sort(compareValues).map((value, place) => [value, place]))
  return { ranks: Uint32Array.from(values, (value) => places.get(value) ?? told.size), told: told.size }
}

/** As people order: without regard to capitals, and 2 before 10. */
function compareValues(a: string | number | undefined, b: string | number | undefined): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : COLLATOR.compare(String(a), String(b))
}

const COLLATOR = new Intl.Collator('en', { numeric: true })
