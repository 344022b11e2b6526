import type { QueryClient } from '@tanstack/react-query'
import { readModelsPage } from '#contract/models.ts'
import { modelQueries } from './queries.ts'

/** Takes over the endpoint's answer from which the page of a model was, or is to be, drawn. */
export function takeAnswer(queryClient: QueryClient, answer: string) {
  for (const model of readModelsPage(JSON.parse(answer)).models) {
    queryClient.setQueryData(modelQueries.detail(model.endpoint_id).queryKey, model)
  }
}
