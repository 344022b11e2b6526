import { pathSegment } from '#schema/pathSegment.ts'
import type { Path } from '#request/payload.ts'

/** The id of what a value of the request is edited with. No name leads to one that is followed by a colon. */
export function idOf(path: Path): string {
  return ['request', ...path.map((key) => pathSegment(String(key)))].join('.')
}

/** The id of what holds together the several elements that a value is edited with. */
export function groupIdOf(path: Path): string {
  return `${idOf(path)}:group`
}
