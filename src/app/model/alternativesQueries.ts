import { queryOptions } from '@tanstack/react-query'
import { ModelAlternatives } from '#contract/alternatives.ts'
import { ApiError } from '#contract/apiError.ts'
import { modelPath } from '#app/links.ts'
import { getJson } from '#app/request.ts'

export const alternativesQueries = {
  /** The models that can stand in for one that exists; none from a server that does not tell. */
  model: (endpointId: string) =>
    queryOptions({
      queryKey: ['alternatives', endpointId],
      queryFn: ({ signal }) => getAlternatives(endpointId, signal),
    }),
}

let areMissing = false

/** A server without them is asked once: each further request would cost what it allows a client per minute. */
async function getAlternatives(endpointId: string, signal: AbortSignal) {
  if (areMissing) return []
  try {
    return ModelAlternatives.parse(await getJson(`${modelPath(endpointId)}/alternatives`, signal))
      .alternatives
  } catch (error) {
    areMissing = error instanceof ApiError && error.type === 'not_found'
    if (areMissing) return []
    throw error
  }
}
