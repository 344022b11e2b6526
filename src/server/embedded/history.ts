import { type JsonSchema, reachableFrom } from './jsonSchema.ts'
import type { EndpointTypes, Release } from './readRelease.ts'
import type { ReleaseName } from './releases.ts'
import { structureOf } from './structure.ts'

export type NamedRelease = ReleaseName & Release

/** What an endpoint took and returned in one release. */
export type EndpointSchemas = EndpointTypes & { release: NamedRelease }

export type EndpointHistory = {
  endpointId: string
  /** Every release that has the endpoint, oldest first; some endpoints vanish from one and return in a later one. */
  presentIn: NamedRelease[]
  /** The last release that describes the endpoint. */
  latest: EndpointSchemas
  /** The releases that changed what it takes or returns, oldest first, from the first description on. */
  changes: EndpointSchemas[]
}

/** Follows each endpoint through the releases, given oldest first. */
export function traceEndpoints(releases: NamedRelease[]): EndpointHistory[] {
  const histories = new Map<string, EndpointHistory & { structure: string }>()
  for (const release of releases) {
    for (const [endpointId, types] of release.endpoints) {
      const schemas = { ...types, release }
      const structure = isDescribed(schemas)
        ? `${structureOf(types.input, release.components)} → ${structureOf(types.output, release.components)}`
        : ''
      const history = histories.get(endpointId)
      if (history === undefined) {
        const presentIn = [release]
        histories.set(endpointId, { endpointId, presentIn, latest: schemas, changes: [schemas], structure })
        continue
      }
      history.presentIn.push(release)
      if (structure === '') continue
      history.latest = schemas
      if (structure === history.structure) continue
      // A first description of what was there before changes nothing.
      if (history.structure === '') history.changes.pop()
      history.changes.push(schemas)
      history.structure = structure
    }
  }
  return [...histories.values()]
}

/** Some releases list an endpoint and say `any` about it. */
function isDescribed({ input, output, release }: EndpointSchemas): boolean {
  return [input, output].some((name) => release.components.get(name)?.type !== undefined)
}

/** The schemas of an endpoint by component name: its own two, and all they mention. */
export function componentsOf({ input, output, release }: EndpointSchemas): Map<string, JsonSchema> {
  return reachableFrom([input, output], release.components)
}
