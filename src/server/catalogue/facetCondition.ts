import { ALL_OF_FACETS, splitChoice } from '#contract/modelsFilter.ts'
import type { CountedName } from './facetValues.ts'

/** A facet of all models: its values by number, those of the most models first, equally frequent ones by name. */
export type FacetColumn = {
  values: readonly string[]
  numbers: ReadonlyMap<string, number>
  /** The numbers of the values that the model at each position has. */
  held: readonly (readonly number[])[]
}

/** What a filter asks of one facet. */
export type FacetCondition = {
  column: FacetColumn
  included: ReadonlySet<number>
  excluded: ReadonlySet<number>
  /** Whether a model must have all that are included, or any of them. */
  isAllOf: boolean
  /** How many of those included a model must have. */
  least: number
}

export function readCondition(
  name: CountedName,
  column: FacetColumn,
  choices: readonly string[],
): FacetCondition {
  const split = choices.map(splitChoice)
  const included = split.filter(({ isExcluded }) => !isExcluded).map(({ value }) => value)
  const excluded = split.filter(({ isExcluded }) => isExcluded).map(({ value }) => value)
  const isAllOf = ALL_OF_FACETS.some((allOf) => allOf === name)
  return {
    column,
    included: numbersOf(column, included),
    excluded: numbersOf(column, excluded),
    isAllOf,
    // Of values that no model has, too: they have no number, and so are never met.
    least: isAllOf ? new Set(included).size : Math.min(1, included.length),
  }
}

/** Whether the model at the position has what is asked for. */
export function isMet(condition: FacetCondition, position: number): boolean {
  const held = heldAt(condition.column, position)
  return hasIncluded(condition, held) && !held.some((value) => condition.excluded.has(value))
}

/**
 * The values with which, chosen too, the condition would be met. Where any of several will do, that value alone counts
 * as included; one that is excluded counts as no longer excluded.
 */
export function listChoosable(
  column: FacetColumn,
  condition: FacetCondition | undefined,
  position: number,
): readonly number[] {
  const held = heldAt(column, position)
  if (condition === undefined) return held
  if (condition.isAllOf && !hasIncluded(condition, held)) return []
  const barring = held.filter((value) => condition.excluded.has(value))
  if (barring.length === 0) return held
  return barring.length === 1 ? barring : []
}

function hasIncluded({ included, least }: FacetCondition, held: readonly number[]): boolean {
  return least === 0 || held.filter((value) => included.has(value)).length >= least
}

function heldAt({ held }: FacetColumn, position: number): readonly number[] {
  return held[position] ?? []
}

function numbersOf({ numbers }: FacetColumn, values: readonly string[]): ReadonlySet<number> {
  return new Set(values.flatMap((value) => numbers.get(value) ?? []))
}
