import type { Model, ModelsPage } from '#contract/models.ts'
import { findModel } from '#server/findModel.ts'
import type { ModelSource } from '#server/ModelSource.ts'
import { thumbnailPath } from '#server/thumbnailPath.ts'
import { type Pictures, pictureVersion } from './createPictures.ts'
import type { Rendition } from './renderPicture.ts'

/**
 * The source, with its models' pictures at addresses of ours. A reader names a model, never an address: what is fetched is
 * what the catalogue names. Addresses are relative, as those of all pictures of ours.
 */
export function withPictures(source: ModelSource, pictures: Pictures): ModelSource {
  const { findAs } = source
  return {
    ...source,
    find: async (query) => namePictures(await source.find(query)),
    ...(findAs && { findAs: async (query, key) => namePictures(await findAs(query, key)) }),
    async picture(endpointId, rendition) {
      const address = readAddress(await findModel(source, endpointId), rendition)
      if (address === undefined) return undefined
      return { version: pictureVersion(address), get: () => pictures.get(address, rendition) }
    },
  }
}

function namePictures(page: ModelsPage): ModelsPage {
  return { ...page, models: page.models.map(namePicture) }
}

function namePicture(model: Model): Model {
  const { metadata } = model
  if (!metadata) return model
  const still = nameRendition(model, '640')
  const animated = nameRendition(model, 'animated')
  return {
    ...model,
    metadata: {
      ...metadata,
      ...(still !== undefined && { thumbnail_url: still }),
      ...(animated !== undefined && { thumbnail_animated_url: animated }),
    },
  }
}

function nameRendition(model: Model, rendition: Rendition): string | undefined {
  const address = readAddress(model, rendition)
  if (address === undefined) return undefined
  return `${thumbnailPath(model.endpoint_id)}.picture.${rendition}.webp?v=${pictureVersion(address)}`
}

/** Relative ones are of a server like this one, which draws what we draw; others lead nowhere but in some browser. */
function readAddress(model: Model | undefined, rendition: Rendition): string | undefined {
  const { thumbnail_url, thumbnail_animated_url } = model?.metadata ?? {}
  const address = rendition === 'animated' ? thumbnail_animated_url : thumbnail_url
  return address !== undefined && /^https?:/i.test(address) && URL.canParse(address) ? address : undefined
}
