import { useRef } from 'react'
import type { Model } from '#contract/models.ts'
import { PAGE_SIZE } from '#app/queries.ts'
import { ModelCard } from './ModelCard.tsx'

/** The models as one feed of articles, drawn in blocks so that the browser skips those far from the screen. */
export function ModelFeed({
  models,
  total,
  isOld,
  isBusy,
}: {
  models: Model[]
  total: number | undefined
  /** The answer to an earlier question, standing in until the new one comes. */
  isOld: boolean
  isBusy: boolean
}) {
  const feed = useRef<HTMLDivElement>(null)
  return (
    <div
      ref={feed}
      role="feed"
      aria-label="Models"
      aria-busy={isBusy}
      // Late, so that a quick answer does not flicker.
      className={`@container ${isOld ? 'opacity-50 transition-opacity delay-200 duration-200' : ''}`}
      onKeyDown={(event) => feed.current && moveInFeed(event, feed.current)}
    >
      {inBlocks(models).map((block, blockNumber) => (
        <div key={block[0]?.endpoint_id} className="model-block model-grid">
          {block.map((model, place) => (
            <ModelCard
              key={model.endpoint_id}
              model={model}
              position={blockNumber * PAGE_SIZE + place + 1}
              total={total ?? -1}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

/** Holds the place of the first page in the exact size of its cards. */
export function ModelFeedSkeleton() {
  return (
    <div className="@container" aria-hidden="true">
      <div className="model-grid">
        {Array.from({ length: PAGE_SIZE }, (_, place) => (
          <div key={place} className="model-card animate-pulse">
            <div className="aspect-16/10 rounded-card bg-sunken" />
            <div className="mt-3.5 h-4 w-1/2 rounded bg-sunken" />
            <div className="mt-2.5 h-3 w-3/4 rounded bg-sunken" />
            <div className="mt-3.5 h-3 w-full rounded bg-sunken" />
            <div className="mt-2.5 h-3 w-2/3 rounded bg-sunken" />
          </div>
        ))}
      </div>
    </div>
  )
}

function inBlocks(models: Model[]): Model[][] {
  return Array.from({ length: Math.ceil(models.length / PAGE_SIZE) }, (_, n) =>
    models.slice(n * PAGE_SIZE, (n + 1) * PAGE_SIZE),
  )
}

/** The keys of the feed pattern: Page Up and Down between articles, Ctrl+Home and Ctrl+End out of it. */
function moveInFeed(event: React.KeyboardEvent, feed: HTMLElement) {
  const links = [...feed.querySelectorAll<HTMLElement>('[data-card-link]')]
  const current = links.findIndex((link) => link.closest('article')?.contains(document.activeElement))
  if (event.key === 'PageDown' || event.key === 'PageUp') {
    const next = links[current + (event.key === 'PageDown' ? 1 : -1)]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  if (event.ctrlKey && (event.key === 'Home' || event.key === 'End')) {
    event.preventDefault()
    const all = [...document.querySelectorAll<HTMLElement>('a[href], button:not(:disabled), input')]
    const outside = all.filter((element) => !feed.contains(element) && element.offsetParent !== null)
    const isBefore = (element: HTMLElement) =>
      Boolean(element.compareDocumentPosition(feed) & Node.DOCUMENT_POSITION_FOLLOWING)
    const target =
      event.key === 'Home' ? outside.findLast(isBefore) : outside.find((element) => !isBefore(element))
    target?.focus()
  }
}
