/** The page of a model. Slashes of the id stay slashes; whatever else it holds is escaped. */
export function modelPath(endpointId: string): string {
  return `/models/${endpointId.split('/').map(encodeURIComponent).join('/')}`
}

/**
 * The model whose page is at this path, as app and server read it: superfluous slashes count for nothing, and what cannot
 * be decoded stays as it is. Undefined where another page is.
 */
export function endpointIdAt(pathname: string): string | undefined {
  const [, page = '', ...segments] = pathname.split('/')
  if (page.toLowerCase() !== 'models') return undefined
  return segments.map(decode).join('/').split('/').filter(Boolean).join('/')
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
