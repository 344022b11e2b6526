import { Hono } from 'hono'
import { drawArtwork, motifOf } from '#artwork/drawArtwork.ts'
import { ApiError } from '#contract/apiError.ts'
import type { Model } from '#contract/models.ts'
import type { AnswerCache } from './answerCache.ts'
import type { AnswerEnv } from './AnswerEnv.ts'
import { findModel } from './findModel.ts'
import type { ModelSource } from './ModelSource.ts'
import { rasterise, rasteriseCard } from './rasterise.ts'

/** `/thumbnails/<endpoint id>.svg`, `.animated.svg`, `.webp` for lists, and `.png` for links: the artwork of a model. */
export function createThumbnails(source: ModelSource, answers: AnswerCache) {
  const thumbnails = new Hono<AnswerEnv>()

  thumbnails.get('/thumbnails/*', async (c) => {
    const [, endpointId, ending] =
      /^\/thumbnails\/(.+?)\.(animated\.svg|svg|webp|png)$/.exec(c.req.path) ?? []
    const model = endpointId === undefined ? undefined : await findModel(source, endpointId)
    if (model === undefined) throw new ApiError('not_found', 'No model has this picture')
    return answers.respond(c, c.req.path, async () => {
      const svg = draw(model, ending === 'animated.svg')
      if (ending !== 'webp' && ending !== 'png') return { ...PICTURE, body: svg }
      const bitmap = ending === 'webp' ? await rasterise(svg) : await rasteriseCard(svg)
      return bitmap ? { ...PICTURE, contentType: `image/${ending}`, body: bitmap } : { ...PICTURE, body: svg }
    })
  })

  return thumbnails
}

const PICTURE = {
  contentType: 'image/svg+xml',
  cacheControl: 'public, max-age=31536000, immutable',
  headers: {
    // An SVG opened by its own address is a document, and could run scripts.
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
  },
}

function draw({ endpoint_id, metadata }: Model, animated: boolean): string {
  return drawArtwork(
    {
      endpointId: endpoint_id,
      family: metadata?.group?.key ?? endpoint_id,
      motif: motifOf(metadata?.category ?? ''),
    },
    { animated },
  )
}
