import { ALL_OF_FACETS, splitChoice } from '#contract/modelsFilter.ts'
import type { CountedName } from './facetValues.ts'

/** A facet of all models: its values by number, those of the most models first, equally frequent ones by name. */
export type FacetColumn = {
  values: readonly string[]
  numbers: ReadonlyMap<string, number>
  /** The numbers of the values that the models have, those of one model after those of the one before it. */
  held: Uint32Array
  /** Where those of the model at each position begin, and at last where all end. */
  starts: Uint32Array
}

/** What a filter asks of one facet. */
export type FacetCondition = {
  column: FacetColumn
  /** By the number of each value. */
  choices: Uint8Array
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
  const included = new Set(split.flatMap(({ value, isExcluded }) => (isExcluded ? [] : value)))
  const isAllOf = ALL_OF_FACETS.some((allOf) => allOf === name)
  return {
    column,
    choices: markChoices(column, split),
    isAllOf,
    // Of values that no model has, too: they have no number, and so are never met.
    least: isAllOf ? included.size : Math.min(1, included.size),
  }
}

/** Whether the model at the position has what is asked for. */
export function isMet({ column, choices, least }: FacetCondition, position: number): boolean {
  const end = column.starts[position + 1] ?? 0
  let included = 0
  for (let at = column.starts[position] ?? 0; at < end; at++) {
    const choice = choices[column.held[at] ?? 0] ?? 0
    if (choice >= EXCLUDED) return false
    included += choice
  }
  return included >= least
}

/**
 * The values with which, chosen too, a condition that is not met would be. Where any of several will do, that value alone
 * counts as included; one that is excluded counts as no longer excluded.
 */
export function listChoosable(condition: FacetCondition, position: number): readonly number[] {
  const { column, choices, isAllOf, least } = condition
  const held = [...column.held.subarray(column.starts[position], column.starts[position + 1])]
  const included = held.filter((value) => ((choices[value] ?? 0) & INCLUDED) > 0)
  if (isAllOf && included.length < least) return []
  const barring = held.filter((value) => ((choices[value] ?? 0) & EXCLUDED) > 0)
  if (barring.length === 0) return held
  return barring.length === 1 ? barring : []
}

// As bits: a value may be both.
const INCLUDED = 1
const EXCLUDED = 2

function markChoices(
  { values, numbers }: FacetColumn,
  split: readonly { value: string; isExcluded: boolean }[],
): Uint8Array {
  const choices = new Uint8Array(values.length)
  for (const { value, isExcluded } of split) {
    const number = numbers.get(value)
    if (number !== undefined) choices[number] = (choices[number] ?? 0) | (isExcluded ? EXCLUDED : INCLUDED)
  }
  return choices
}
