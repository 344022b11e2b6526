import { normalisePath } from '#schema/pathSegment.ts'

/**
 * The fragment of a model page's URL, parts joined by `&`. The first one without `=` is the place that is open, a tab
 * or a property's path; the others say what else a link carries, as `name=value`: `#input.loras.items&request=…`.
 */
export type Fragment = { place: string; parts: ReadonlyMap<string, string> }

/** Reads a URL's fragment, with or without its `#`. Values come as they stand there. */
export function readFragment(hash: string): Fragment {
  const pieces = hash.replace(/^#/, '').split('&')
  const place = pieces.find((piece) => piece !== '' && !piece.includes('='))
  const parts = pieces
    .filter((piece) => piece.includes('='))
    .map((piece) => [piece.slice(0, piece.indexOf('=')), piece.slice(piece.indexOf('=') + 1)] as const)
  return { place: normalisePath(place ?? ''), parts: new Map(parts) }
}

/** The fragment with another place, or other parts; what is not named stays, and a part that is undefined goes. */
export function changeFragment(
  hash: string,
  { place, ...changed }: { place?: string; [name: string]: string | undefined },
): string {
  const fragment = readFragment(hash)
  const parts = new Map([...fragment.parts, ...Object.entries(changed)])
  return [
    place ?? fragment.place,
    ...[...parts].map(([name, value]) => (value === undefined ? '' : `${name}=${value}`)),
  ]
    .filter((piece) => piece !== '')
    .join('&')
}
