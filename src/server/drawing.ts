import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findModel } from './findModel.ts'
import type { ModelSource } from './ModelSource.ts'

/** What the build of `src/drawing.tsx` exports. */
type Drawing = { drawModelPage: (endpointId: string, answer: string) => Promise<string> }

/** A model's page as the app will show it, and the endpoint's answers from which it was drawn. */
export type DrawnPage = { markup: string; answer: string }

/** Draws the page of a model. Throws when it cannot be had in good time. */
export type DrawPage = (
  source: Pick<ModelSource, 'find' | 'history' | 'alternatives'>,
  endpointId: string,
) => Promise<DrawnPage>

/** Opens what the build put into a directory to draw pages; undefined where it put nothing there. */
export function openDrawing(directory: string): DrawPage | undefined {
  const path = join(directory, 'drawing.js')
  if (!existsSync(path)) return undefined
  return async (source, endpointId) => {
    const model = await soon(findModel(source, endpointId, ['openapi-3.0']))
    const isDeprecated = model?.metadata?.status === 'deprecated'
    const answer = JSON.stringify({
      models: model ? [model] : [],
      next_cursor: null,
      has_more: false,
      // What to take in its place leads the page.
      ...(isDeprecated && {
        history: await source.history?.(endpointId),
        alternatives: await source.alternatives(endpointId),
      }),
    })
    if (answer.length > MAX_LENGTH) throw new Error(`its document has ${answer.length} characters`)
    // Loaded for the first page that is drawn, and then known.
    const { drawModelPage }: Drawing = await import(/* @vite-ignore */ pathToFileURL(path).href)
    return { markup: await drawModelPage(endpointId, answer), answer }
  }
}

/** Few fields are drawn of however many, but reading them, and long texts, takes time: the longest real one has 40,000. */
const MAX_LENGTH = 100_000

/** Milliseconds that a page may wait for a document which its source has to fetch: the app asks for it as soon. */
const PATIENCE = 100

function soon<Value>(value: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`its document did not come in ${PATIENCE} ms`)), PATIENCE)
    value.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
