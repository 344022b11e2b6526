import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ApiError } from '#contract/apiError.ts'
import { type ChangesFilter, writeChangesQuery } from '#contract/changesQuery.ts'
import { ChangesPage, ModelHistory } from '#contract/history.ts'
import { modelPath } from './links.ts'
import { getJson } from './request.ts'

export const historyQueries = {
  /** What the releases did to one model that exists. */
  model: (endpointId: string) =>
    queryOptions({
      queryKey: ['history', 'model', endpointId],
      queryFn: async ({ signal }) =>
        ModelHistory.parse(await getHistory(`${modelPath(endpointId)}/history`, signal)),
    }),

  /** What the releases did to all models that the filter leaves. */
  changes: (filter: ChangesFilter) =>
    infiniteQueryOptions({
      queryKey: ['history', 'changes', filter],
      queryFn: async ({ pageParam: cursor, signal }) =>
        ChangesPage.parse(await getHistory(`/changes?${writeChangesQuery({ ...filter, cursor })}`, signal)),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
}

/** Whether a server answered that it keeps no history: then none is offered. */
export function isWithoutHistory(error: Error | null): boolean {
  return error instanceof ApiError && (error.type === 'not_found' || error.type === 'not_implemented')
}

let historyIsMissing: ApiError | undefined

/** A server without history is asked once: each further request would cost what it allows a client per minute. */
async function getHistory(path: string, signal: AbortSignal): Promise<unknown> {
  if (historyIsMissing) throw historyIsMissing
  try {
    return await getJson(path, signal)
  } catch (error) {
    if (error instanceof ApiError && isWithoutHistory(error)) historyIsMissing = error
    throw error
  }
}
