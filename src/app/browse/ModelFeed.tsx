import type { Model } from '#contract/models.ts'
import { PAGE_SIZE } from '#app/queries.ts'
import { ModelCard } from './ModelCard.tsx'
import { useFeedKeys } from './useFeedKeys.ts'

/** The models as one feed of articles, drawn in blocks so that the browser skips those far from the screen. */
export function ModelFeed({
  models,
  total,
  isOld,
  isBusy,
  onPastEnd,
}: {
  models: Model[]
  total: number | undefined
  /** The answer to an earlier question, standing in until the new one comes. */
  isOld: boolean
  isBusy: boolean
  /** Someone moves on from the last card there is. */
  onPastEnd: () => void
}) {
  const keys = useFeedKeys<HTMLDivElement>(models.length, onPastEnd)
  return (
    <div
      {...keys}
      role="feed"
      aria-label="Models"
      aria-busy={isBusy}
      // Late, so that a quick answer does not flicker.
      className={`@container ${isOld ? 'opacity-50 transition-opacity delay-200 duration-200' : ''}`}
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
