import { changesPath, readChangesFilter } from '#contract/changesQuery.ts'
import { endpointIdAt, modelPath } from '#contract/modelPath.ts'
import type { Model } from '#contract/models.ts'
import { COMPARED_AT_MOST } from '#contract/comparePath.ts'
import { findModel } from './findModel.ts'
import type { ModelSource } from './ModelSource.ts'
import { CARD } from './rasterise.ts'
import { thumbnailPath } from './thumbnailPath.ts'

/** What the HTML of a page says about it to whoever runs none of its scripts. Addresses are absolute. */
export type PageDescription = {
  title: string
  description: string
  /** The one address of the page, where it has several. */
  canonical?: string
  picture?: { url: string; width?: number; height?: number }
  /** The same in other formats. */
  alternates: { type: string; url: string; title: string }[]
  isUnknown?: boolean
  /** Of a page of a model, which is the same until the catalogue changes. */
  endpointId?: string
}

/** Describes the page at an address of this site; undefined for one that has nothing of its own to say. */
export async function describePage(source: ModelSource, url: URL): Promise<PageDescription | undefined> {
  if (url.pathname === '/') return describeBrowsePage(url)
  if (url.pathname === '/compare') return describeComparison(source, url)
  if (url.pathname === '/changes') return source.changes && describeChanges(url)
  if (!url.pathname.startsWith('/models/')) return undefined
  const endpointId = endpointIdAt(url.pathname)
  const model = endpointId ? await findModel(source, endpointId) : undefined
  return model ? describeModel(model, url.origin) : UNKNOWN_MODEL
}

const UNKNOWN_MODEL: PageDescription = {
  title: 'Unknown model · Model browser',
  description: 'There is no model with this id.',
  alternates: [],
  isUnknown: true,
}

function describeModel({ endpoint_id, metadata }: Model, origin: string): PageDescription {
  const name = metadata?.display_name ?? endpoint_id
  const canonical = origin + modelPath(endpoint_id)
  const status = metadata?.status === 'deprecated' ? 'Deprecated. ' : ''
  return {
    title: `${name} · Model browser`,
    endpointId: endpoint_id,
    description: `${status}${metadata?.description ?? `What ${endpoint_id} takes and returns.`}`,
    canonical,
    picture: pictureOf(endpoint_id, metadata?.thumbnail_url, origin),
    alternates: [{ type: 'text/markdown', url: `${canonical}.md`, title: 'Markdown' }],
  }
}

/** Its own picture where that is elsewhere; ours is made once more, as few who show one know SVG or WebP. */
function pictureOf(endpointId: string, thumbnail: string | undefined, origin: string) {
  if (thumbnail !== undefined && /^https?:\/\//.test(thumbnail)) return { url: thumbnail }
  const { pathname } = new URL(thumbnailPath(endpointId), origin)
  // The version in the thumbnail's address makes this one change with the picture.
  const [version = ''] = /\?v=\w+$/.exec(thumbnail ?? '') ?? []
  const ending = thumbnail?.includes('.picture.') ? 'picture.jpg' : 'png'
  return { url: `${origin}${pathname}.${ending}${version}`, ...CARD }
}

/** Named as the app names it. */
async function describeComparison(source: ModelSource, { searchParams }: URL): Promise<PageDescription> {
  const ids = [...new Set(searchParams.getAll('endpoint_id'))].slice(0, COMPARED_AT_MOST)
  const found = await Promise.all(ids.map((id) => findModel(source, id)))
  const names = found.flatMap((model) => model?.metadata?.display_name ?? model?.endpoint_id ?? [])
  const title = names.length === 0 ? 'Compare models' : names.join(' · ')
  return {
    title: `${title} · Model browser`,
    description: 'What each of these AI models takes and returns, side by side.',
    alternates: [],
  }
}

function describeBrowsePage({ origin, search }: URL): PageDescription {
  return {
    title: 'AI models · Model browser',
    description: 'Browse AI models, read what they take and return, and take the code away.',
    ...(search === '' && { canonical: `${origin}/` }),
    alternates: [{ type: 'text/plain', url: `${origin}/llms.txt`, title: 'llms.txt' }],
  }
}

function describeChanges({ origin, search, searchParams }: URL): PageDescription {
  const { release: _release, ...filter } = readFilter(searchParams)
  return {
    title: 'Changes · Model browser',
    description: 'AI models added, changed and gone, release by release.',
    ...(search === '' && { canonical: `${origin}/changes` }),
    alternates: [
      { type: 'application/atom+xml', url: origin + changesPath(filter, '/changes.atom'), title: 'Changes' },
      { type: 'application/feed+json', url: origin + changesPath(filter, '/changes.json'), title: 'Changes' },
    ],
  }
}

function readFilter(params: URLSearchParams) {
  try {
    return readChangesFilter(params)
  } catch {
    return {}
  }
}
