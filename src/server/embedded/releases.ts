export type ReleaseName = { version: string; date: string }

export const NEWEST_RELEASE: ReleaseName = { version: '1.9.6', date: '2026-04-22' }

/**
 * The releases of @fal-ai/client that make up the catalogue, oldest first, with the day npm published each.
 * They are development dependencies by the alias `fal-client-<version>`.
 */
export const RELEASES: ReleaseName[] = [
  { version: '1.1.0', date: '2024-11-13' },
  { version: '1.2.0', date: '2024-11-25' },
  { version: '1.2.1', date: '2024-12-05' },
  { version: '1.2.2', date: '2025-01-10' },
  { version: '1.2.3', date: '2025-01-23' },
  { version: '1.3.0', date: '2025-03-18' },
  { version: '1.6.0', date: '2025-07-09' },
  { version: '1.6.2', date: '2025-08-08' },
  { version: '1.7.0', date: '2025-10-17' },
  { version: '1.8.0', date: '2025-12-03' },
  NEWEST_RELEASE,
]

/** The day as the wire writes a moment: ISO 8601, midnight UTC. */
export function momentOf(release: ReleaseName): string {
  return `${release.date}T00:00:00.000Z`
}
