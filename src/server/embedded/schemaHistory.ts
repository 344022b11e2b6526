import { componentsOf, type EndpointHistory } from './history.ts'
import type { JsonSchema } from './jsonSchema.ts'
import { type ComponentPlaces, placeComponents } from './componentPlaces.ts'
import { Pool } from './Pool.ts'

/** What endpoints took and returned through the releases. */
export type SchemaHistory = {
  schemas: JsonSchema[]
  /** By endpoint id. */
  endpoints: Record<string, EndpointRecord>
}

export type EndpointRecord = {
  /** The versions of the releases that have the endpoint, oldest first. */
  releases: string[]
  /** Only the releases that changed what it takes or returns; each holds until the next one. */
  changes: SchemaRecord[]
}

export type SchemaRecord = {
  /** The version of the release. */
  release: string
  /** The component names of what it takes and returns. */
  input: string
  output: string
  components: ComponentPlaces
}

export function packHistory(histories: EndpointHistory[]): SchemaHistory {
  const pool = new Pool<JsonSchema>()
  const endpoints = histories.map(({ endpointId, presentIn, changes }): [string, EndpointRecord] => [
    endpointId,
    {
      releases: presentIn.map(({ version }) => version),
      changes: changes.map((change) => ({
        release: change.release.version,
        input: change.input,
        output: change.output,
        components: placeComponents(componentsOf(change), pool),
      })),
    },
  ])
  return { schemas: pool.values, endpoints: Object.fromEntries(endpoints) }
}
