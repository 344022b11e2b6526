/** The origin under which the request reached us, for links that are read elsewhere. */
export function siteOrigin(request: Request): string {
  const url = new URL(request.url)
  // Behind a proxy that speaks TLS in our place.
  if (request.headers.get('X-Forwarded-Proto') === 'https') url.protocol = 'https:'
  return url.origin
}
