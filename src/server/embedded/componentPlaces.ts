import type { JsonSchema } from './jsonSchema.ts'
import type { Pool } from './Pool.ts'

/** Where in a list of schemas each component stands, by the component's name. */
export type ComponentPlaces = Record<string, number>

export function placeComponents(
  components: ReadonlyMap<string, JsonSchema>,
  schemas: Pool<JsonSchema>,
): ComponentPlaces {
  return Object.fromEntries([...components].map(([name, schema]) => [name, schemas.placeOf(schema)]))
}

export function componentsAt(places: ComponentPlaces, schemas: JsonSchema[]): Map<string, JsonSchema> {
  return new Map(Object.entries(places).map(([name, place]) => [name, schemas[place] ?? {}]))
}
