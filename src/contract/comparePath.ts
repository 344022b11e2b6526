/** As many models as stand beside each other. */
export const COMPARED_AT_MOST = 6

/** The comparison of models, in this order; `request` is a packed request that each of them is to be tried with. */
export function comparePath(endpointIds: readonly string[], request?: string): string {
  const params = new URLSearchParams(endpointIds.slice(0, COMPARED_AT_MOST).map((id) => ['endpoint_id', id]))
  const query = params.toString()
  return `/compare${query === '' ? '' : `?${query}`}${request === undefined ? '' : `#request=${request}`}`
}
