/**
 * A property's name as a part of a path, which dots separate: usable as an id and in an address, different for
 * different names, and the same however often it was escaped.
 */
export function pathSegment(name: string): string {
  // Half of a surrogate pair is a name too, and not one that can be encoded.
  return name
    .split(/(\p{Cs})/u)
    .map((part, place) =>
      place % 2 === 0 ? encodeURIComponent(part) : `%u${part.charCodeAt(0).toString(16)}`,
    )
    .join('')
    .replaceAll('.', '%2E')
}

/** The path as `pathSegment` would have written it, whatever a browser or a chat did to it on the way. */
export function normalisePath(path: string): string {
  return path
    .split('.')
    .map((segment) => {
      try {
        return pathSegment(decodeURIComponent(segment))
      } catch {
        return segment
      }
    })
    .join('.')
}
