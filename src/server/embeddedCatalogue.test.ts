import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ModelsQuery } from '#contract/modelsQuery.ts'
import { createCatalogue } from './catalogue/createCatalogue.ts'
import { SYNONYMS } from './catalogue/synonyms.ts'
import { createApp } from './createApp.ts'
import { buildCatalogue } from './embedded/buildCatalogue.ts'
import { createReleaseHistory } from './embedded/createReleaseHistory.ts'
import { loadCatalogue } from './embedded/loadCatalogue.ts'
import { loadHistory } from './embedded/loadHistory.ts'

const directory = mkdtempSync(join(tmpdir(), 'catalogue-'))
await buildCatalogue(directory, () => {})
const { models, source, signatures } = await loadCatalogue(directory)
const catalogue = createCatalogue(models, source, signatures)

test.each([
  // names and ids
  ['fal-ai/flux/dev', 'fal-ai/flux/dev'],
  ['FAL-AI/FLUX/DEV', 'fal-ai/flux/dev'],
  ['https://fal.ai/models/fal-ai/veo3.1/fast/playground', 'fal-ai/veo3.1/fast'],
  ['flux dev', 'fal-ai/flux/dev'],
  ['flux schnell', 'fal-ai/flux/schnell'],
  ['flux lora', 'fal-ai/flux-lora'],
  ['flux-pro/v1.1', 'fal-ai/flux-pro/v1.1'],
  ['kling v2.1 master', 'fal-ai/kling-video/v2.1/master/image-to-video'],
  ['kling 2.1 master text', 'fal-ai/kling-video/v2.1/master/text-to-video'],
  ['veo3', 'fal-ai/veo3'],
  ['veo 3', 'fal-ai/veo3'],
  ['veo3.1', 'fal-ai/veo3.1'],
  ['veo 3.1', 'fal-ai/veo3.1'],
  ['veo 3.1 fast', 'fal-ai/veo3.1/fast'],
  ['nano banana', 'fal-ai/nano-banana'],
  ['nanobanana', 'fal-ai/nano-banana'],
  ['gpt image', 'fal-ai/gpt-image-1.5'],
  ['qwen image edit', 'fal-ai/qwen-image-edit'],
  ['ideogram v3', 'fal-ai/ideogram/v3'],
  ['whisper', 'fal-ai/whisper'],
  ['birefnet', 'fal-ai/birefnet'],
  ['clarity upscaler', 'fal-ai/clarity-upscaler'],
  ['video upscaler', 'fal-ai/video-upscaler'],
  ['speech to text', 'fal-ai/speech-to-text'],
  ['voice changer', 'fal-ai/elevenlabs/voice-changer'],
  ['hunyuan 3d image to 3d', 'fal-ai/hunyuan-3d/v3.1/pro/image-to-3d'],
  ['face swap', 'easel-ai/advanced-face-swap'],
  // synonyms
  ['kling 2.1 i2v', 'fal-ai/kling-video/v2.1/master/image-to-video'],
  ['kling 2.1 t2v', 'fal-ai/kling-video/v2.1/master/text-to-video'],
  ['inpaint', 'fal-ai/inpaint'],
  ['bg removal', 'pixelcut/background-removal'],
  ['photo restoration', 'fal-ai/image-apps-v2/photo-restoration'],
  ['vectorize', 'fal-ai/recraft/vectorize'],
  ['sd 3.5 large', 'fal-ai/stable-diffusion-v35-large'],
  ['veed lip sync', 'veed/lipsync'],
  ['kling talking head', 'fal-ai/kling-video/ai-avatar/v2/pro'],
  ['iclight', 'fal-ai/iclight-v2'],
  // typing errors
  ['flux shcnell', 'fal-ai/flux/schnell'],
  ['whispr', 'fal-ai/whisper'],
  ['nano bananna', 'fal-ai/nano-banana'],
  ['fal-ai/flux/devv', 'fal-ai/flux/dev'],
  ['birefent', 'fal-ai/birefnet'],
])('"%s" finds %s first', async (q, endpointId) => {
  expect((await find({ q, limit: 1 })).models[0]?.endpoint_id).toBe(endpointId)
})

test.each([
  // families, whichever member is the newest
  ['fl', /\/flux/],
  ['flux', /\/flux/],
  ['fulx', /\/flux/],
  ['kling', /\/kling/],
  ['kilng', /\/kling/],
  ['kling 2.1', /kling-video\/v2\.1/],
  ['kling21', /kling-video\/v2\.1/],
  ['kling2.1', /kling-video\/v2\.1/],
  ['veo', /\/veo3/],
  ['wan 2.2', /wan.*2\.?2/],
  ['sdxl', /sdxl/],
  ['stable diffusion xl', /sdxl/],
  ['stabel difusion', /stable-diffusion/],
  ['eleven labs', /elevenlabs/],
  ['mini max', /minimax/],
  ['hailuo', /hailuo/],
  ['ltx video', /ltx/],
  ['seedance 1.5', /seedance\/v1\.5/],
  ['flux kontext', /flux-(pro\/)?kontext/],
  ['lora trainer', /train/],
  ['rembg', /rembg|background-removal/],
  ['remove background', /background.remov/],
  ['super resolution', /upscal|super-resolution/],
  ['outpainting', /outpaint/],
  ['lipsync', /lipsync/],
  ['lip-sync', /lipsync/],
  ['relighting', /relight/],
  ['virtual try-on', /try-?on/],
  ['avatar', /avatar/],
  ['sfx', /sfx|sound-effect/],
  ['sound effects', /sfx|sound-effect/],
  ['music', /music/],
  ['clone voice', /voice/],
  ['mesh', /3d|mesh/],
  ['controlnet', /controlnet/],
  ['segmentation', /segment|sam/],
  ['remove object', /erase|object-removal/],
])('"%s" finds a model like %s first', async (q, endpointId) => {
  expect((await find({ q, limit: 1 })).models[0]?.endpoint_id).toMatch(endpointId)
})

test.each([
  ['i2v', 'image-to-video'],
  ['image to video', 'image-to-video'],
  ['img2vid', 'image-to-video'],
  ['t2v', 'text-to-video'],
  ['v2v', 'video-to-video'],
  ['txt2img', 'text-to-image'],
  ['img2img', 'image-to-image'],
  ['tts', 'text-to-speech'],
  ['stt', 'speech-to-text'],
  ['transcribe', 'speech-to-text'],
  ['fine tuning', 'training'],
])('the five best of "%s" are %s', async (q, category) => {
  const found = await find({ q, limit: 5 })
  expect(new Set(found.models.map(({ metadata }) => metadata?.category))).toEqual(new Set([category]))
})

test('every model is found first by its own id', async () => {
  for (const { endpoint_id } of models) {
    expect((await find({ q: endpoint_id, limit: 1 })).models[0]?.endpoint_id).toBe(endpoint_id)
  }
})

test('whatever was typed, each model tells by which pieces of its own texts it was found', async () => {
  const words = models.flatMap(({ endpoint_id, metadata }) => [
    endpoint_id,
    ...`${metadata?.display_name} ${metadata?.description}`.split(' '),
  ])
  const typed = fc.oneof(
    fc.constantFrom(...words),
    fc
      .tuple(fc.constantFrom(...words), fc.integer({ min: 1, max: 8 }))
      .map(([word, end]) => word.slice(0, end)),
    fc.constantFrom(...SYNONYMS.flat()),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(typed, { minLength: 1, maxLength: 3 }), async (texts) => {
      const q = texts.join(' ')
      for (const { endpoint_id, metadata, match } of (await find({ q, limit: 24, include: ['match'] }))
        .models) {
        const known = { ...metadata, endpoint_id, tags: metadata?.tags.join('\n') }
        expect(match?.filter(({ field, text }) => !String(known[field]).includes(text))).toEqual([])
        expect([endpoint_id, match?.length]).not.toEqual([endpoint_id, 0])
      }
    }),
    { numRuns: 150 },
  )
}, 30_000)

test('the counts of a facet are those of a search', async () => {
  const { total, category, status } = await catalogue.facets({ q: 'video', facets: ['category'] })
  expect(status.reduce((sum, { count }) => sum + count, 0)).toBe(total)
  expect(category?.reduce((sum, { count }) => sum + count, 0)).toBe(total)
  expect(models.length).toBeGreaterThan(total)
})

test('the pictures of the models are those that their addresses were made for', async () => {
  const app = createApp(catalogue)
  for (const { metadata } of models.slice(0, 20)) {
    const animated = await (await app.request(metadata?.thumbnail_animated_url ?? '')).text()
    const version = createHash('sha256').update(animated).digest('hex').slice(0, 8)
    expect(metadata?.thumbnail_animated_url).toContain(version)
    expect((await app.request(metadata?.thumbnail_url ?? '')).status).toBe(200)
  }
})

function find(query: Partial<ModelsQuery>) {
  return catalogue.find({ limit: 100, page: 1, endpoint_ids: [], expand: [], ...query })
}

test('the history of every model agrees with its dates and its status', async () => {
  const { history } = createReleaseHistory(models, () => loadHistory(directory))
  const told = await Promise.all(
    models.map(async ({ endpoint_id, metadata }) => {
      const { releases, nearest_active } = await history(endpoint_id)
      const changed = releases.find(({ changes }) => changes.length > 0)
      return {
        endpoint_id,
        first: [releases.at(-1)?.event, releases.at(-1)?.release.date],
        // Before it was described, nothing could be seen to change.
        updated_at: changed?.release.date ?? metadata?.updated_at,
        isDeprecated: releases[0]?.event === 'removed',
        isReplaced: nearest_active.length > 0,
        withoutChange: releases.filter(({ event, changes }) => event === 'changed' && changes.length === 0),
      }
    }),
  )
  expect(told).toEqual(
    models.map(({ endpoint_id, metadata }, place) => ({
      endpoint_id,
      first: ['added', metadata?.date],
      updated_at: metadata?.updated_at,
      isDeprecated: metadata?.status === 'deprecated',
      isReplaced: metadata?.status === 'deprecated' && told[place]?.isReplaced,
      withoutChange: [],
    })),
  )
  expect(told.filter(({ isReplaced }) => isReplaced).length).toBeGreaterThan(80)
})

test('all changes of the catalogue are those of its models', async () => {
  const { changes, history } = createReleaseHistory(models, () => loadHistory(directory))
  const { changes: all, total, releases, events } = await changes({ limit: 10_000, page: 1 })
  const ofModels = await Promise.all(models.map(({ endpoint_id }) => history(endpoint_id)))
  expect(all).toHaveLength(total)
  expect(total).toBe(ofModels.reduce((sum, model) => sum + model.releases.length, 0))
  for (const counts of [releases, events])
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(total)
})

test('what stands in for a deprecated model is what one would name by hand', async () => {
  const ranks = await Promise.all(
    SUCCESSORS.map(async ([gone, successor]) => {
      const { alternatives } = await catalogue.alternatives(gone)
      return alternatives.findIndex(({ endpoint_id }) => endpoint_id === successor)
    }),
  )
  const deprecated = new Set(
    models.filter(({ metadata }) => metadata?.status === 'deprecated').map(({ endpoint_id }) => endpoint_id),
  )
  expect(
    SUCCESSORS.filter(([gone, successor]) => !deprecated.has(gone) || deprecated.has(successor)),
  ).toEqual([])
  expect(ranks.filter((rank) => rank >= 0 && rank < 3).length / ranks.length).toBeGreaterThanOrEqual(0.8)
})

test('each alternative is active, and its changes name what the two models have', async () => {
  const inputs = new Map(
    models.map(({ endpoint_id }, place) => [
      endpoint_id,
      new Set(signatures[place]?.inputs.map(({ name }) => name)),
    ]),
  )
  const active = new Set(
    models.filter(({ metadata }) => metadata?.status === 'active').map(({ endpoint_id }) => endpoint_id),
  )
  const deprecated = models.filter(({ metadata }) => metadata?.status === 'deprecated')
  for (const { endpoint_id } of deprecated) {
    const { alternatives } = await catalogue.alternatives(endpoint_id)
    for (const { endpoint_id: other, changes } of alternatives) {
      expect([other, active.has(other)]).toEqual([other, true])
      for (const change of changes) {
        const [mine, theirs] = [inputs.get(endpoint_id), inputs.get(other)]
        expect([change, change.kind === 'require' || mine?.has(change.name)]).toEqual([change, true])
        const there = change.kind === 'require' ? change.name : 'to' in change ? change.to : undefined
        expect([change, there === undefined || theirs?.has(there)]).toEqual([change, true])
      }
    }
  }
})

/** Deprecated models of which the product, or its family, goes on under another id: the one that we would name. */
const SUCCESSORS = [
  ['fal-ai/meshy/v6-preview/image-to-3d', 'fal-ai/meshy/v6/image-to-3d'],
  ['fal-ai/minimax/preview/speech-2.5-hd', 'fal-ai/minimax/preview/speech-2.5-turbo'],
  ['fal-ai/flux-kontext-lora/image-to-image', 'fal-ai/flux-kontext-lora'],
  ['fal-ai/kling-video/v2.1/pro/image-to-video', 'fal-ai/kling-video/v2.1/master/image-to-video'],
  ['fal-ai/speech-to-text/stream', 'fal-ai/speech-to-text'],
  ['fal-ai/speech-to-text/turbo/stream', 'fal-ai/speech-to-text/turbo'],
  ['fal-ai/object-removal/bbox', 'fal-ai/object-removal'],
  ['fal-ai/gpt-image-1/edit-image/byok', 'fal-ai/gpt-image-1/edit-image'],
  ['fal-ai/gpt-image-1/text-to-image/byok', 'fal-ai/gpt-image-1/text-to-image'],
  ['fal-ai/pixverse/v3.5/image-to-video/fast', 'fal-ai/pixverse/v3.5/image-to-video'],
  ['fal-ai/pixverse/v3.5/effects', 'fal-ai/pixverse/v4/effects'],
  ['fal-ai/pixverse/v3.5/transition', 'fal-ai/pixverse/v4.5/transition'],
  ['fal-ai/elevenlabs/sound-effects', 'fal-ai/elevenlabs/sound-effects/v2'],
  ['fal-ai/recraft-clarity-upscale', 'fal-ai/recraft/upscale/crisp'],
  ['fal-ai/recraft-creative-upscale', 'fal-ai/recraft/upscale/creative'],
  ['fal-ai/minimax/video-01-live', 'fal-ai/minimax/video-01'],
  ['fashn/tryon', 'fal-ai/fashn/tryon/v1.5'],
  ['fal-ai/hunyuan-video', 'fal-ai/hunyuan-video-lora'],
  ['fal-ai/flux/dev/redux', 'fal-ai/flux-1/dev/redux'],
  ['fal-ai/flux-lora/inpainting', 'fal-ai/flux-general/inpainting'],
  ['fal-ai/flux-realism', 'fal-ai/flux/dev'],
  ['fal-ai/flux-pro/v1/canny', 'fal-ai/flux-control-lora-canny'],
  ['fal-ai/flux-pro/v1/depth', 'fal-ai/flux-control-lora-depth'],
  ['fal-ai/fast-animatediff/turbo/text-to-video', 'fal-ai/fast-animatediff/text-to-video'],
  ['fal-ai/kling-video/v1/pro/image-to-video', 'fal-ai/kling-video/v1/standard/image-to-video'],
  ['fal-ai/kling-video/v1/pro/text-to-video', 'fal-ai/kling-video/v1/standard/text-to-video'],
  ['fal-ai/any-llm', 'openrouter/router'],
  ['fal-ai/any-llm/enterprise', 'openrouter/router'],
  ['fal-ai/any-llm/vision', 'openrouter/router/vision'],
  ['fal-ai/luma-dream-machine', 'fal-ai/luma-dream-machine/ray-2'],
  ['fal-ai/luma-dream-machine/image-to-video', 'fal-ai/luma-dream-machine/ray-2/image-to-video'],
  ['fal-ai/minimax-video', 'fal-ai/minimax/video-01'],
  ['fal-ai/minimax-video/image-to-video', 'fal-ai/minimax/video-01/image-to-video'],
  ['fal-ai/minimax-image', 'fal-ai/minimax/image-01'],
  ['fal-ai/recraft-v3', 'fal-ai/recraft/v3/text-to-image'],
  ['fal-ai/recraft-v3/create-style', 'fal-ai/recraft/v3/create-style'],
  ['fal-ai/hyper-sdxl', 'fal-ai/fast-lightning-sdxl'],
  ['fal-ai/hyper-sdxl/image-to-image', 'fal-ai/fast-lightning-sdxl/image-to-image'],
  ['fal-ai/hyper-sdxl/inpainting', 'fal-ai/fast-lightning-sdxl/inpainting'],
  ['fal-ai/lynx', 'bytedance/lynx'],
  ['fal-ai/bytedance/seededit/v3/edit-image', 'fal-ai/bytedance/seedream/v4/edit'],
  ['fal-ai/post-processing/blur', 'fal-ai/post-processing'],
  ['fal-ai/wan/v2.1/1.3b/text-to-video', 'fal-ai/wan-t2v'],
  ['fal-ai/animatediff-v2v', 'fal-ai/fast-animatediff/video-to-video'],
  ['fal-ai/animatediff-v2v/turbo', 'fal-ai/fast-animatediff/turbo/video-to-video'],
  ['fal-ai/luma-dream-machine/ray-2/modify', 'fal-ai/luma-dream-machine/ray-2-flash/modify'],
] as const
