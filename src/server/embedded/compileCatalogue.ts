import { createHash } from 'node:crypto'
import { drawArtwork, motifOf } from '#artwork/drawArtwork.ts'
import type { ModelMetadata } from '#contract/models.ts'
import { compare, inCatalogueOrder } from './catalogueOrder.ts'
import { categoryOf } from './category.ts'
import { findInferenceEndpoints } from './counterparts.ts'
import { describe, wordsOf } from './description.ts'
import { displayNames } from './displayName.ts'
import { exchangedMedia, type ExchangedMedia } from './exchangedMedia.ts'
import { familyKey, variantLabels } from './family.ts'
import { componentsOf, type EndpointHistory, type NamedRelease } from './history.ts'
import type { JsonSchema } from './jsonSchema.ts'
import type { CompiledModel } from './openApiDocument.ts'
import { isAlphabetical, learnPropertyOrder, type OrderProperties } from './propertyOrder.ts'
import { momentOf } from './releases.ts'
import { tagsOf } from './tags.ts'

/** What is derived of an endpoint before it is compared with the others. */
type Derived = {
  history: EndpointHistory
  endpointId: string
  status: 'active' | 'deprecated'
  date: string
  family: string
  category: string
  media: ExchangedMedia
}

/**
 * The models of a catalogue, from the histories of their endpoints, in the order of a listing. `releases` are all there
 * are, oldest first.
 */
export function compileCatalogue(histories: EndpointHistory[], releases: NamedRelease[]): CompiledModel[] {
  const newest = releases.at(-1)
  const derived = inCatalogueOrder(histories.map((history) => derive(history, newest)))
  const endpointIds = new Set(derived.map(({ endpointId }) => endpointId))
  const names = displayNames(byClaimToName(derived).map(({ endpointId }) => endpointId))
  const labels = labelsByFamily(derived, names)
  const inference = findInferenceEndpoints(derived.map((one) => ({ ...one, ...one.history.latest })))
  const training = inverted(inference)
  const authored = releases.filter(({ components }) => !isAlphabetical(components))
  const order = learnPropertyOrder(authored)

  return derived.map((one) => {
    const { endpointId, category, media, history } = one
    const thumbnails = thumbnailsOf(one)
    const description = describe(endpointId, category, media, notesOnOutput(history))
    const name = names.get(endpointId) ?? endpointId
    const trainers = training.get(endpointId)
    const users = inference.get(endpointId)
    const isStreaming = endpointIds.has(`${endpointId}/stream`)
    const metadata: ModelMetadata = {
      display_name: name,
      category,
      description,
      status: one.status,
      tags: tagsOf(wordsOf(endpointId), media, isStreaming, history.presentIn[0] === newest),
      updated_at: momentOf((history.changes.at(-1) ?? history.latest).release),
      is_favorited: null,
      ...thumbnails,
      model_url: `https://fal.run/${endpointId}`,
      date: one.date,
      group: { key: one.family, label: labels.get(endpointId) ?? name },
      highlighted: false,
      kind: category === 'training' ? 'training' : 'inference',
      pinned: false,
      ...(trainers === undefined ? {} : { training_endpoint_ids: trainers }),
      ...(users === undefined ? {} : { inference_endpoint_ids: users }),
      ...(isStreaming ? { stream_url: `https://fal.run/${endpointId}/stream` } : {}),
    }
    const { input, output } = history.latest
    return { endpointId, metadata, input, output, components: orderedComponents(history, authored, order) }
  })
}

function derive(history: EndpointHistory, newest: NamedRelease | undefined): Derived {
  const { endpointId, presentIn, latest } = history
  const media = exchangedMedia(latest.input, latest.output, latest.release.components)
  return {
    history,
    endpointId,
    status: presentIn.at(-1) === newest ? 'active' : 'deprecated',
    date: momentOf(presentIn[0] ?? latest.release),
    family: familyKey(endpointId),
    category: categoryOf(endpointId, media),
    media,
  }
}

function labelsByFamily(derived: Derived[], names: Map<string, string>): Map<string, string> {
  const families = new Map<string, { endpointId: string; name: string; category: string }[]>()
  for (const { endpointId, family, category } of derived) {
    const member = { endpointId, name: names.get(endpointId) ?? endpointId, category }
    families.set(family, [...(families.get(family) ?? []), member])
  }
  return new Map([...families.values()].flatMap((members) => [...variantLabels(members)]))
}

/** Who keeps a name that two would get: the active one, then the older one. */
function byClaimToName(derived: Derived[]): Derived[] {
  return derived.toSorted(
    (a, b) => compare(a.status, b.status) || compare(a.date, b.date) || compare(a.endpointId, b.endpointId),
  )
}

/** The addresses tell the drawing's content, so that they can be kept forever. The still one is part of the moving one. */
function thumbnailsOf({ endpointId, family, category }: Derived) {
  const drawing = drawArtwork({ endpointId, family, motif: motifOf(category) }, { animated: true })
  const version = createHash('sha256').update(drawing).digest('hex').slice(0, 8)
  return {
    thumbnail_url: `/thumbnails/${endpointId}.640.webp?v=${version}`,
    thumbnail_animated_url: `/thumbnails/${endpointId}.animated.svg?v=${version}`,
  }
}

function notesOnOutput({ latest: { output, release } }: EndpointHistory): string {
  const { properties = {} } = release.components.get(output) ?? {}
  return Object.values(properties)
    .map(({ description = '' }) => description)
    .join(' ')
}

/** The components with their properties in reading order, as the authors had them where an earlier release shows it. */
function orderedComponents(
  { latest, changes }: EndpointHistory,
  authored: NamedRelease[],
  order: OrderProperties,
): Map<string, JsonSchema> {
  const authors = [...changes, latest].findLast(({ release }) => authored.includes(release))
  const authorsOwn = new Map([
    [latest.input, authors?.release.components.get(authors.input)],
    [latest.output, authors?.release.components.get(authors.output)],
  ])
  return new Map(
    [...componentsOf(latest)].map(([name, schema]) => [
      name,
      inOrder(schema, order(schema, authorsOwn.get(name))),
    ]),
  )
}

function inOrder(schema: JsonSchema, names: string[]): JsonSchema {
  const { properties } = schema
  if (properties === undefined) return schema
  const ordered = names.flatMap((name) => (properties[name] ? [[name, properties[name]] as const] : []))
  return { ...schema, properties: Object.fromEntries(ordered), 'x-fal-order-properties': names }
}

function inverted(lists: Map<string, string[]>): Map<string, string[]> {
  const result = new Map<string, string[]>()
  for (const [key, values] of lists)
    for (const value of values) result.set(value, [...(result.get(value) ?? []), key])
  return result
}
