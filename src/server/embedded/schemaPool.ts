import type { JsonSchema } from './jsonSchema.ts'

/** Where in a list of schemas each component stands, by the component's name. */
export type ComponentPlaces = Record<string, number>

/** A list in which equal schemas stand once: endpoints describe the same files, sizes and LoRAs over and over. */
export class SchemaPool {
  readonly schemas: JsonSchema[] = []
  #places = new Map<string, number>()

  placesOf(components: Map<string, JsonSchema>): ComponentPlaces {
    return Object.fromEntries([...components].map(([name, schema]) => [name, this.#placeOf(schema)]))
  }

  #placeOf(schema: JsonSchema): number {
    const text = JSON.stringify(schema)
    const place = this.#places.get(text) ?? this.schemas.push(schema) - 1
    this.#places.set(text, place)
    return place
  }
}

export function componentsAt(places: ComponentPlaces, schemas: JsonSchema[]): Map<string, JsonSchema> {
  return new Map(Object.entries(places).map(([name, place]) => [name, schemas[place] ?? {}]))
}
