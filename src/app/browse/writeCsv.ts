import type { Model } from '#contract/models.ts'
import { type Cell, writeCsvLine } from '#app/writeCsvLine.ts'

/** Models as CSV: a head, and a line each. */
export function writeCsv(models: Model[]): string {
  return [COLUMNS.map(([name]) => name), ...models.map((model) => COLUMNS.map(([, read]) => read(model)))]
    .map(writeCsvLine)
    .join('')
}

/** Named as on the wire. */
const COLUMNS: [name: string, read: (model: Model) => Cell][] = [
  ['endpoint_id', ({ endpoint_id }) => endpoint_id],
  ['display_name', ({ metadata }) => metadata?.display_name],
  ['category', ({ metadata }) => metadata?.category],
  ['takes', ({ signature }) => signature?.takes.join('; ')],
  ['returns', ({ signature }) => signature?.returns.join('; ')],
  ['required_inputs', ({ signature }) => signature?.required_inputs],
  ['optional_inputs', ({ signature }) => signature?.optional_inputs],
  ['status', ({ metadata }) => metadata?.status],
  ['date', ({ metadata }) => metadata?.date],
  ['updated_at', ({ metadata }) => metadata?.updated_at],
  ['group', ({ metadata }) => metadata?.group?.key],
  ['kind', ({ metadata }) => metadata?.kind],
  ['license_type', ({ metadata }) => metadata?.license_type],
  ['tags', ({ metadata }) => metadata?.tags.join('; ')],
  ['description', ({ metadata }) => metadata?.description],
  ['model_url', ({ metadata }) => metadata?.model_url],
]
