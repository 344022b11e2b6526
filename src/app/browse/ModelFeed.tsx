import { memo, useMemo } from 'react'
import type { Model } from '#contract/models.ts'
import { PAGE_SIZE } from '#app/queries.ts'
import { inParts } from '#app/inParts.ts'
import { ModelCard } from './ModelCard.tsx'
import { useFeedKeys } from './useFeedKeys.ts'
import { useLinksWithinApp } from './useLinksWithinApp.ts'

/** Whole blocks, as many as a reader leaves behind in some seconds: see `.model-chapter`. */
const CHAPTER_SIZE = 96
/** Whole rows of any number of columns: see `.model-block`. */
const BLOCK_SIZE = 12
/** Whole rows of one, two and four columns. */
const PART_SIZE = 4

/** The models as one feed of articles, drawn in blocks so that the browser skips those far from the screen. */
export function ModelFeed({
  models,
  total,
  asOf,
  isFolded,
  isOld,
  isBusy,
  onPastEnd,
}: {
  models: Model[]
  total: number | undefined
  asOf: string | undefined
  isFolded: boolean
  /** The answer to an earlier question, standing in until the new one comes. */
  isOld: boolean
  isBusy: boolean
  /** When someone moves on from the last model that is there. */
  onPastEnd: () => void
}) {
  const { ref, onKeyDown, onBlur } = useFeedKeys<HTMLDivElement>(models.length, onPastEnd)
  const followLink = useLinksWithinApp()
  const chapters = useMemo(() => inParts(models, CHAPTER_SIZE), [models])
  return (
    <div
      ref={ref}
      role="feed"
      aria-label="Models"
      aria-busy={isBusy}
      // Late, so that a quick answer does not flicker.
      className={`@container ${isOld ? 'opacity-50 transition-opacity delay-200 duration-200' : ''}`}
      data-lines={chapters[0]?.some(({ signature }) => signature) ? linesOf(isFolded) : 'plain'}
      onClick={followLink}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      {chapters.map((chapter, chapterNumber) => (
        <div key={chapter[0]?.endpoint_id} className="model-chapter">
          {inParts(chapter, BLOCK_SIZE).map((block, blockNumber) => (
            <ModelBlock
              key={block[0]?.endpoint_id}
              models={block}
              start={chapterNumber * CHAPTER_SIZE + blockNumber * BLOCK_SIZE}
              total={total ?? -1}
              asOf={asOf}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

/** Holds the place of the first page in the exact size of its cards. */
export function ModelFeedSkeleton({ isFolded }: { isFolded: boolean }) {
  return (
    <div className="@container" aria-hidden="true" data-lines={linesOf(isFolded)}>
      <div className="model-chapter model-grid">
        {Array.from({ length: PAGE_SIZE }, (_, place) => (
          <div key={place} className="model-card animate-pulse">
            <div className="aspect-16/10 rounded-card bg-sunken" />
            <div className="mt-4 h-4 w-1/2 rounded bg-sunken" />
            <div className="mt-2.5 h-3 w-3/4 rounded bg-sunken" />
            <div className="mt-3.5 h-3 w-full rounded bg-sunken" />
            <div className="mt-2.5 h-3 w-2/3 rounded bg-sunken" />
            <div className="mt-4 h-3 w-1/3 rounded bg-sunken" />
          </div>
        ))}
      </div>
    </div>
  )
}

const ModelBlock = memo(function ModelBlock({ models, start, total, asOf }: BlockProps) {
  return (
    <div className="model-block model-grid">
      {inParts(models, PART_SIZE).map((part, partNumber) => (
        <div key={part[0]?.endpoint_id} className="model-part model-grid">
          {part.map((model, place) => (
            <ModelCard
              key={model.endpoint_id}
              model={model}
              position={start + partNumber * PART_SIZE + place + 1}
              total={total}
              asOf={asOf}
            />
          ))}
        </div>
      ))}
    </div>
  )
}, isSameBlock)

type BlockProps = { models: Model[]; start: number; total: number; asOf: string | undefined }

/** A list that grows brings its blocks anew: what is in them decides. */
function isSameBlock(before: BlockProps, { models, start, total, asOf }: BlockProps): boolean {
  return (
    before.start === start &&
    before.total === total &&
    before.asOf === asOf &&
    before.models.length === models.length &&
    before.models.every((model, place) => model === models[place])
  )
}

/** Which lines a card has, and with them how tall it is: see `.model-chapter`. */
function linesOf(isFolded: boolean): 'family' | 'model' {
  return isFolded ? 'family' : 'model'
}
