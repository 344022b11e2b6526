import type { Components, JsonSchema } from './jsonSchema.ts'
import type { NamedRelease } from './history.ts'

/** Gives the names of a schema's properties in the order in which people should read them. */
export type OrderProperties = (schema: JsonSchema, authors?: JsonSchema) => string[]

/**
 * The newest release lists properties by the alphabet, the others in the order of their authors. What is required
 * comes first; then the place in the authors' own schema decides, where an earlier release has it, or else the usual
 * place of a property of that name. `authored` are the releases in the order of authors.
 */
export function learnPropertyOrder(authored: NamedRelease[]): OrderProperties {
  const usual = usualPlaces(authored)
  return (schema, authors) => {
    const names = Object.keys(schema.properties ?? {})
    const known = placesIn(authors)
    const place = (name: string) =>
      (schema.required?.includes(name) ? 0 : 1) + (known.get(name) ?? usual.get(name) ?? 0.5)
    return names.sort((a, b) => place(a) - place(b))
  }
}

export function isAlphabetical(components: Components): boolean {
  const lists = [...components.values()].map(({ properties = {} }) => Object.keys(properties))
  const telling = lists.filter(({ length }) => length > 3)
  const sorted = telling.filter((names) => names.join() === names.toSorted().join())
  return sorted.length > telling.length / 2
}

/** From 0 for the first property towards 1 for the last. */
function placesIn({ properties = {} }: JsonSchema = {}): Map<string, number> {
  const names = Object.keys(properties)
  return new Map(names.map((name, place) => [name, place / names.length]))
}

function usualPlaces(releases: NamedRelease[]): Map<string, number> {
  const sums = new Map<string, { sum: number; count: number }>()
  for (const { components } of releases) {
    for (const schema of components.values()) {
      for (const [name, place] of placesIn(schema)) {
        const { sum, count } = sums.get(name) ?? { sum: 0, count: 0 }
        sums.set(name, { sum: sum + place, count: count + 1 })
      }
    }
  }
  return new Map([...sums].map(([name, { sum, count }]) => [name, sum / count]))
}
