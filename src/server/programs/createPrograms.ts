import { Hono } from 'hono'
import { ApiError } from '#contract/apiError.ts'
import { modelPath } from '#contract/modelPath.ts'
import { writeModelMarkdown } from '#markdown/writeModelMarkdown.ts'
import type { AnswerCache } from '#server/answerCache.ts'
import type { AnswerEnv } from '#server/AnswerEnv.ts'
import { findModel } from '#server/findModel.ts'
import type { Answer } from '#server/keptAnswer.ts'
import type { ModelSource } from '#server/ModelSource.ts'
import { siteOrigin } from '#server/siteOrigin.ts'
import { allModels } from './allModels.ts'
import { relativesOf } from './relativesOf.ts'
import { writeLlmsText } from './writeLlmsText.ts'
import { type SitemapPage, writeSitemap } from './writeSitemap.ts'

/** What programs read instead of pages: `/models/<endpoint id>.md`, `/llms.txt` and `/sitemap.xml`. */
export function createPrograms(source: ModelSource, answers: AnswerCache) {
  const programs = new Hono<AnswerEnv>()

  programs.get('/models/:endpoint_id{.+\\.md}', async (c) => {
    const origin = siteOrigin(c)
    const endpointId = c.req.param('endpoint_id').slice(0, -'.md'.length)
    const model = await findModel(source, endpointId, ['openapi-3.0'])
    if (!model) throw new ApiError('not_found', 'There is no model with this id')
    return answers.respond(c, `${origin}${modelPath(endpointId)}.md`, async () =>
      asText(writeModelMarkdown(model, await relativesOf(source, model), origin), 'text/markdown'),
    )
  })

  programs.get('/llms.txt', (c) => {
    const origin = siteOrigin(c)
    return answers.respond(c, `${origin}/llms.txt`, async () =>
      asText(writeLlmsText(await allModels(source), origin), 'text/plain'),
    )
  })

  programs.get('/:sitemap{sitemap(-[1-9]\\d{0,3})?\\.xml}', async (c) => {
    const origin = siteOrigin(c)
    const [, number] = /-(\d+)/.exec(c.req.param('sitemap')) ?? []
    return answers.respond(c, `${origin}${c.req.path}`, async () => {
      const sitemap = writeSitemap(await listPages(source, origin), origin, number)
      if (sitemap === undefined) throw new ApiError('not_found', 'There is no such sitemap')
      return asText(sitemap, 'application/xml')
    })
  })

  return programs
}

function asText(body: string, contentType: string): Answer {
  return {
    body,
    contentType: `${contentType}; charset=utf-8`,
    cacheControl: 'public, max-age=0, must-revalidate',
    headers: { 'Access-Control-Allow-Origin': '*' },
  }
}

async function listPages(source: ModelSource, origin: string): Promise<SitemapPage[]> {
  const models = await allModels(source)
  return [
    { url: `${origin}/` },
    ...(source.changes ? [{ url: `${origin}/changes` }] : []),
    ...models.map(({ endpoint_id, metadata }) => ({
      url: `${origin}${modelPath(endpoint_id)}`,
      changed: metadata?.updated_at,
    })),
  ]
}
