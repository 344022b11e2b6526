import type { QueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { ModelAlternatives } from '#contract/alternatives.ts'
import { ModelHistory } from '#contract/history.ts'
import { readModelsPage } from '#contract/models.ts'
import { historyQueries } from '#app/historyQueries.ts'
import { modelQueries } from '#app/queries.ts'
import { alternativesQueries } from './alternativesQueries.ts'

/** Takes over the endpoint's answers from which the page of a model was, or is to be, drawn. */
export function takeAnswer(queryClient: QueryClient, answer: string) {
  const taken: unknown = JSON.parse(answer)
  for (const model of readModelsPage(taken).models) {
    queryClient.setQueryData(modelQueries.detail(model.endpoint_id).queryKey, model)
  }
  const { history, alternatives } = WhatLeads.parse(taken)
  if (history) queryClient.setQueryData(historyQueries.model(history.endpoint_id).queryKey, history)
  if (alternatives) {
    const { queryKey } = alternativesQueries.model(alternatives.endpoint_id)
    queryClient.setQueryData(queryKey, alternatives.alternatives)
  }
}

/** What stands before all else on the page of a deprecated model: see `DeprecationNotice.tsx`. */
const WhatLeads = z.object({
  history: z.optional(ModelHistory),
  alternatives: z.optional(ModelAlternatives),
})
