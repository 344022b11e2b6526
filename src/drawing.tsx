import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { prerender } from 'react-dom/static.edge'
import { StaticRouter } from 'react-router-dom'
import { loadModelPage } from '#app/loadAhead.ts'
import { modelPath } from '#app/links.ts'
import { createQueryClient } from '#app/queries.ts'
import { AppRoutes } from '#app/routes.tsx'

/**
 * Draws the page of a model as the app does when it takes it over in a browser, from the endpoint's answer.
 */
export async function drawModelPage(endpointId: string, answer: string): Promise<string> {
  const { takeAnswer } = await loadModelPage()
  const queryClient = createQueryClient()
  takeAnswer(queryClient, answer)
  const { prelude } = await prerender(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <StaticRouter location={modelPath(endpointId)}>
          <AppRoutes />
        </StaticRouter>
      </QueryClientProvider>
    </StrictMode>,
    // In one piece: what comes later would be put in its place by an inline script, which our policy forbids.
    { progressiveChunkSize: Infinity },
  )
  const markup = await new Response(prelude).text()
  queryClient.clear()
  // The head of the page has a better one.
  return markup.replace(/<title>[^<]*<\/title>/, '')
}
