import { modelPath } from '#contract/modelPath.ts'

/** Where the pictures of a model are, up to the ending that tells which of them. */
export function thumbnailPath(endpointId: string): string {
  return modelPath(endpointId).replace('/models/', '/thumbnails/')
}
