import { useEffect, useRef, useState } from 'react'
import type { ModelsRequest } from '#contract/modelsQuery.ts'
import type { Model } from '#contract/models.ts'
import { getModels } from '#app/request.ts'
import { collectModels, type Collection, EMPTY_COLLECTION } from './collectModels.ts'

type Progress =
  | { state: 'idle' | 'running' | 'done' }
  /** Until the server will answer again. */
  | { state: 'paused'; seconds: number }
  | { state: 'failed'; error: Error }

/** Collects a whole result, page by page; it can be cancelled, and goes on where it was cut off. */
export function useExport(question: Omit<ModelsRequest, 'limit' | 'cursor'>) {
  const [collection, setCollection] = useState<Collection>(EMPTY_COLLECTION)
  const [progress, setProgress] = useState<Progress>({ state: 'idle' })
  const controller = useRef<AbortController>(undefined)

  useEffect(() => () => controller.current?.abort(), [])

  async function start(onComplete: (models: Model[]) => void) {
    const { signal } = (controller.current = new AbortController())
    setProgress({ state: 'running' })
    try {
      const { models } = await collectModels(question, collection, {
        getPage: getModels,
        signal,
        onPage: setCollection,
        onPause: (seconds) => setProgress(seconds > 0 ? { state: 'paused', seconds } : { state: 'running' }),
      })
      setProgress({ state: 'done' })
      onComplete(models)
    } catch (error) {
      if (signal.aborted) return
      setProgress({ state: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
    }
  }

  function cancel() {
    controller.current?.abort()
    setCollection(EMPTY_COLLECTION)
    setProgress({ state: 'idle' })
  }

  return { fetched: collection.models.length, progress, start, cancel }
}
