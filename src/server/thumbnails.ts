import { Hono } from 'hono'
import { drawArtwork, motifOf } from '#artwork/drawArtwork.ts'
import { ApiError } from '#contract/apiError.ts'
import type { Model } from '#contract/models.ts'
import type { AnswerCache } from './answerCache.ts'
import type { AnswerContext, AnswerEnv } from './AnswerEnv.ts'
import { findModel } from './findModel.ts'
import type { Answer } from './keptAnswer.ts'
import type { ModelSource } from './ModelSource.ts'
import { RENDITIONS } from './pictures/renderPicture.ts'
import { rasterise, rasteriseCard, recastCard } from './rasterise.ts'

/**
 * `/thumbnails/<endpoint id>.svg`, `.animated.svg`, `.640.webp` and `.320.webp` for lists (`.webp`, in older links, is the
 * former), and `.png` for links: the artwork of a model. Where the source knows its own picture it is
 * `.picture.640.webp`, `.picture.320.webp`, `.picture.animated.webp`, and `.picture.jpg` for links.
 */
export function createThumbnails(source: ModelSource, answers: AnswerCache) {
  const thumbnails = new Hono<AnswerEnv>()

  thumbnails.get('/thumbnails/:picture{.+}', async (c) => {
    const [, endpointId, picture, drawing] = ADDRESS.exec(c.req.param('picture')) ?? []
    const model = endpointId === undefined ? undefined : await findModel(source, endpointId)
    if (model === undefined) throw withoutPicture()
    if (picture !== undefined) return respondWithPicture(c, model, picture)
    return answers.respond(c, c.req.path, () => drawAs(model, drawing))
  })

  return thumbnails

  /**
   * The model's own picture; where it cannot be had, its drawing for the time being: a list then looks whole, and asks
   * again soon. Nothing stands in for the moving one, below which the still one is shown.
   */
  async function respondWithPicture(c: AnswerContext, model: Model, form: string): Promise<Response> {
    const isCard = form === 'jpg'
    const rendition = RENDITIONS.find((name) => form.startsWith(name)) ?? '640'
    const picture = await source.picture?.(model.endpoint_id, rendition)
    const isCurrent = picture !== undefined && c.req.query('v') === picture.version
    const key = `${c.req.path} ${isCurrent ? picture.version : 'for now'}`
    try {
      return await answers.respond(c, key, async () => {
        const kept = await picture?.get()
        const body = kept && isCard ? await recastCard(kept) : kept
        if (!body) throw withoutPicture()
        const contentType = isCard ? 'image/jpeg' : 'image/webp'
        return { body, contentType, cacheControl: isCurrent ? FOR_EVER : FOR_NOW }
      })
    } catch (error) {
      if (!(error instanceof ApiError) || rendition === 'animated') throw error
      const drawing = isCard ? 'png' : `${rendition}.webp`
      return answers.respond(c, `${c.req.path} drawn`, async () => ({
        ...(await drawAs(model, drawing)),
        cacheControl: FOR_NOW,
      }))
    }
  }
}

const ADDRESS =
  /^(.+?)\.(?:picture\.(640\.webp|320\.webp|animated\.webp|jpg)|(animated\.svg|svg|(?:640\.|320\.)?webp|png))$/

const FOR_EVER = 'public, max-age=31536000, immutable'
/** As long as a picture that failed is left alone. */
const FOR_NOW = 'public, max-age=60'

const DRAWING = {
  contentType: 'image/svg+xml',
  cacheControl: FOR_EVER,
  headers: {
    // An SVG opened by its own address is a document, and could run scripts.
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
  },
}

function withoutPicture(): ApiError {
  return new ApiError('not_found', 'No model has this picture')
}

async function drawAs(model: Model, ending: string | undefined): Promise<Answer> {
  const svg = draw(model, ending === 'animated.svg')
  if (ending?.endsWith('webp'))
    return asBitmap('webp', await rasterise(svg, ending.startsWith('320') ? 320 : 640))
  if (ending === 'png') return asBitmap('png', await rasteriseCard(svg))
  return { ...DRAWING, body: svg }

  function asBitmap(format: string, bitmap: Answer['body'] | undefined): Answer {
    return bitmap ? { ...DRAWING, contentType: `image/${format}`, body: bitmap } : { ...DRAWING, body: svg }
  }
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
