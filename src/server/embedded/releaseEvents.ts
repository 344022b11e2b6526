import type { ModelEvent } from '#contract/history.ts'
import { RELEASES, type ReleaseName } from './releases.ts'
import type { EndpointRecord, SchemaRecord } from './schemaHistory.ts'

/** What one release did to an endpoint, with the schemas to compare where it changed them. */
export type ReleaseEvent = {
  release: ReleaseName
  event: ModelEvent
  before?: SchemaRecord
  after?: SchemaRecord
}

/** What the releases, given oldest first, did to an endpoint, newest first. */
export function releaseEvents(
  { releases: versions, changes }: EndpointRecord,
  releases: readonly ReleaseName[] = RELEASES,
): ReleaseEvent[] {
  const events: ReleaseEvent[] = []
  const present = new Set(versions)
  let wasEver = false
  let wasPresent = false
  for (const release of releases) {
    const isPresent = present.has(release.version)
    const place = changes.findIndex((change) => change.release === release.version)
    const [before, after] = [changes[place - 1], changes[place]]
    // The first schemas are no change: there was nothing, or nothing described, before.
    const schemas = before && after ? { before, after } : undefined
    const event = nameEvent()
    if (event !== undefined) events.push({ release, event, ...schemas })
    wasEver ||= isPresent
    wasPresent = isPresent

    function nameEvent(): ModelEvent | undefined {
      if (isPresent && !wasPresent) return wasEver ? 'returned' : 'added'
      if (wasPresent && !isPresent) return 'removed'
      return schemas && 'changed'
    }
  }
  return events.reverse()
}
