/** The page of a model. Slashes of the id stay slashes; whatever else it holds is escaped. */
export function modelPath(endpointId: string): string {
  return `/models/${endpointId.split('/').map(encodeURIComponent).join('/')}`
}
