import type { FacetValue } from '#contract/facets.ts'
import type { Model } from '#contract/models.ts'
import { FACETS, type ModelsFilter } from '#contract/modelsFilter.ts'
import {
  type FacetColumn,
  type FacetCondition,
  isMet,
  listChoosable,
  readCondition,
} from './facetCondition.ts'
import { type CountedName, readFacetValues } from './facetValues.ts'
import type { ModelSignature } from './readSignature.ts'

/** Finds and counts models, by their positions in the catalogue, by what a filter asks of their facets and status. */
export type FacetIndex = {
  /** Those of the positions whose models have what is asked for, in their order. */
  narrow(positions: Uint32Array, filter: ModelsFilter): Uint32Array
  /** For each value of the facets named, how many of the models there would be with it chosen too. */
  count<Name extends CountedName>(
    positions: Uint32Array,
    filter: ModelsFilter,
    names: readonly Name[],
  ): Map<Name, FacetValue[]>
}

/** Reads the values of all models once. */
export function indexFacets(
  models: readonly Model[],
  signatures: readonly (ModelSignature | undefined)[],
): FacetIndex {
  const columns = readColumns(models, signatures)

  return {
    narrow(positions, filter) {
      const conditions = readConditions(filter)
      if (conditions.length === 0) return positions
      return positions.filter((position) => conditions.every((condition) => isMet(condition, position)))
    },

    count(positions, filter, names) {
      const conditions = readConditions(filter)
      const counters = names.flatMap((name) => {
        const column = columns.get(name)
        return column ? [{ name, column, counts: new Uint32Array(column.values.length) }] : []
      })
      for (const position of positions) {
        const unmet = conditions.find((condition) => !isMet(condition, position))
        if (unmet === undefined) {
          for (const counter of counters) countHeld(counter, position)
          continue
        }
        // One that fails two conditions fails one of them whatever is chosen for the other.
        if (conditions.some((condition) => condition !== unmet && !isMet(condition, position))) continue
        const counter = counters.find(({ column }) => column === unmet.column)
        if (counter === undefined) continue
        for (const value of listChoosable(unmet, position)) countOne(counter.counts, value)
      }
      return new Map(counters.map(({ name, column, counts }) => [name, listCounts(column, counts)]))
    },
  }

  function readConditions(filter: ModelsFilter): FacetCondition[] {
    return COUNTED.flatMap((name) => {
      const column = columns.get(name)
      const choices = [filter[name] ?? []].flat()
      return column && choices.length > 0 ? [readCondition(name, column, choices)] : []
    })
  }
}

const COUNTED: readonly CountedName[] = [...FACETS, 'status']

function readColumns(models: readonly Model[], signatures: readonly (ModelSignature | undefined)[]) {
  const valuesOf = models.map((model, position) => readFacetValues(model, signatures[position]))
  return new Map(COUNTED.map((name) => [name, createColumn(valuesOf.map((values) => values[name]))] as const))
}

function createColumn(valuesOf: readonly string[][]): FacetColumn {
  const models = new Map<string, number>()
  for (const value of valuesOf.flat()) models.set(value, (models.get(value) ?? 0) + 1)
  const values = [...models]
    .sort(([a, modelsOfA], [b, modelsOfB]) => modelsOfB - modelsOfA || (a < b ? -1 : 1))
    .map(([value]) => value)
  const numbers = new Map(values.map((value, number) => [value, number]))
  const held = valuesOf.map((held) => held.flatMap((value) => numbers.get(value) ?? []))
  const starts = new Uint32Array(held.length + 1)
  for (const [position, { length }] of held.entries()) starts[position + 1] = (starts[position] ?? 0) + length
  return { values, numbers, held: Uint32Array.from(held.flat()), starts }
}

type Counter = { column: FacetColumn; counts: Uint32Array }

/** All values of the model at the position. */
function countHeld({ column: { held, starts }, counts }: Counter, position: number) {
  const end = starts[position + 1] ?? 0
  for (let at = starts[position] ?? 0; at < end; at++) countOne(counts, held[at] ?? 0)
}

function countOne(counts: Uint32Array, value: number) {
  counts[value] = (counts[value] ?? 0) + 1
}

function listCounts({ values }: FacetColumn, counts: Uint32Array): FacetValue[] {
  return values.map((value, number) => ({ value, count: counts[number] ?? 0 }))
}
