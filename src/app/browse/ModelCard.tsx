import { useQueryClient } from '@tanstack/react-query'
import { memo, use, useRef, useState } from 'react'
import type { Model } from '#contract/models.ts'
import { Artwork } from '#app/Artwork.tsx'
import { categoryInWords, categoryName } from '#app/categoryName.ts'
import { DrawAheadContext } from '#app/DrawAheadContext.ts'
import { KindDot } from '#app/KindDot.tsx'
import { modelPath } from '#app/links.ts'
import { loadWholeModelPage } from '#app/loadAhead.ts'
import { modelQueries } from '#app/queries.ts'
import { Icon } from '#ui/Icon.tsx'
import { CardActions } from './CardActions.tsx'
import { cardBadges } from './cardBadges.ts'
import { CardSignature } from './CardSignature.tsx'
import { CardVariants } from './CardVariants.tsx'
import { Marked } from './Marked.tsx'
import { fromFirstMatch, matchesIn } from './markMatches.ts'

/**
 * One model of the list, or one family by its first model. Its link covers it: one tab stop, one large target; other
 * links and buttons lie above. Every line has a fixed height (see `.model-chapter`), so that all cards are equally tall.
 */
export const ModelCard = memo(function ModelCard({
  model,
  position,
  total,
  asOf,
}: {
  model: Model
  position: number
  /** -1 while unknown, as `aria-setsize` wants it. */
  total: number
  /** The date of the newest record, by which "new" is told. */
  asOf: string | undefined
}) {
  const { endpoint_id, metadata, signature } = model
  const name = metadata?.display_name ?? endpoint_id
  const titleId = `card-${position}`
  const { prefetch, prefetchSoon, cancel } = usePrefetch(endpoint_id)
  const [plays, setPlays] = useState(false)
  // The actions are a third of what a card costs to draw, and seen only then.
  const [isMet, setIsMet] = useState(() => matchMedia('(pointer: coarse)').matches)
  function meet() {
    setIsMet(true)
    setPlays(!matchMedia('(prefers-reduced-motion: reduce)').matches)
  }

  return (
    <article
      className="model-card group relative md:scroll-mt-14"
      data-place={endpoint_id}
      aria-posinset={position}
      aria-setsize={total}
      aria-labelledby={titleId}
      onPointerEnter={meet}
      // Moving, not entering: while someone scrolls, cards pass under a pointer that means none of them.
      onPointerMove={prefetchSoon}
      onPointerDown={() => void prefetch()}
      // Not every click begins with a pointer.
      onClickCapture={() => void prefetch()}
      onPointerLeave={() => {
        setPlays(false)
        cancel()
      }}
      onFocus={() => {
        meet()
        void prefetch()
        prefetchSoon()
      }}
      onBlur={() => {
        setPlays(false)
        cancel()
      }}
    >
      <Artwork model={model} isLazy={position > 8} plays={plays} />
      <h2 id={titleId} className="mt-3 truncate text-[15px] leading-6 font-semibold">
        <a href={modelPath(endpoint_id)} data-card-link data-within-app title={name} className="card-link">
          <Marked text={name} pieces={matchesIn(model, 'display_name')} />
        </a>
      </h2>
      <CardId id={endpoint_id} pieces={matchesIn(model, 'endpoint_id')} />
      {metadata && (
        <>
          <Description text={metadata.description} pieces={matchesIn(model, 'description')} />
          <p className="mt-1.5 truncate text-[13px] leading-5.5 text-soft">
            <KindDot category={metadata.category} className="mr-2 mb-px inline-block" />
            <Marked
              text={categoryName(metadata.category)}
              pieces={matchesIn(model, 'category').map(categoryInWords)}
            />
            <WhyMatched model={model} />
          </p>
        </>
      )}
      {signature && <CardSignature signature={signature} />}
      <CardVariants model={model} />
      <Badges texts={cardBadges(model, asOf)} isFavourite={metadata?.is_favorited === true} />
      {isMet && <CardActions endpointId={endpoint_id} name={name} />}
    </article>
  )
})

/** What fits on the line of the narrowest card, in letters. */
const ID_ROOM = 36

/** On one line, of which the end, which tells variants apart, is the last to be cut off. */
function CardId({ id, pieces }: { id: string; pieces: string[] }) {
  const look = 'font-mono text-[12.5px] leading-5 text-quiet'
  if (id.length <= ID_ROOM) {
    return (
      <p className={`truncate ${look}`}>
        <Marked text={id} pieces={pieces} />
      </p>
    )
  }
  const end = id.lastIndexOf('/') + 1
  return (
    <p title={id} className={`flex whitespace-nowrap ${look}`}>
      <span className="truncate">
        <Marked text={id.slice(0, end)} pieces={pieces} />
      </span>
      <span className="max-w-full shrink-0 truncate">
        <Marked text={id.slice(end)} pieces={pieces} />
      </span>
    </p>
  )
}

function Description({ text, pieces }: { text: string; pieces: string[] }) {
  return (
    <p className="mt-1 line-clamp-2 h-[2lh] text-[13.5px] leading-5.5 text-soft">
      <Marked text={fromFirstMatch(text, pieces)} pieces={pieces} />
    </p>
  )
}

/** Said only where nothing that is visible says it. */
function WhyMatched({ model }: { model: Model }) {
  const [tag] = matchesIn(model, 'tags')
  if (tag === undefined || model.match?.some(({ field }) => field !== 'tags')) return null
  return (
    <span className="text-quiet">
      {' '}
      · Matches tag “<mark className="rounded-[3px] bg-mark text-ink">{tag}</mark>”
    </span>
  )
}

function Badges({ texts, isFavourite }: { texts: string[]; isFavourite: boolean }) {
  if (texts.length === 0 && !isFavourite) return null
  return (
    <ul className="card-badges">
      {isFavourite && (
        <li>
          <Icon name="star" className="mr-1 fill-current" />
          Favourite
        </li>
      )}
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

const REST = 100

/**
 * Has the model and its page's code there before the click. Soon means once the pointer, or the focus, has stayed for a
 * moment: then the page is drawn, too.
 */
function usePrefetch(endpointId: string) {
  const queryClient = useQueryClient()
  const drawAhead = use(DrawAheadContext)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  function prefetch(): Promise<boolean> {
    return Promise.all([queryClient.query(modelQueries.detail(endpointId)), loadWholeModelPage()]).then(
      () => true,
      // What fails here fails again, visibly, when it is needed.
      () => false,
    )
  }
  async function prefetchAndDraw() {
    const isThere = await prefetch()
    if (isThere && timer.current !== undefined) drawAhead(modelPath(endpointId))
  }
  function prefetchSoon() {
    timer.current ??= setTimeout(() => void prefetchAndDraw(), REST)
  }
  function cancel() {
    clearTimeout(timer.current)
    timer.current = undefined
  }
  return { prefetch, prefetchSoon, cancel }
}
