/** The model whose page is at this path; undefined where another page is. */
export function endpointIdAt(pathname: string): string | undefined {
  const [, page = '', ...segments] = pathname.split('/')
  if (page.toLowerCase() !== 'models') return undefined
  return segments.filter(Boolean).map(decode).join('/')
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
