import { useQueryClient } from '@tanstack/react-query'
import { memo, useRef, useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router-dom'
import type { Model } from '#contract/models.ts'
import { Artwork } from '#app/Artwork.tsx'
import { categoryName } from '#app/categoryName.ts'
import { EndpointId } from '#app/EndpointId.tsx'
import { KindDot } from '#app/KindDot.tsx'
import { modelPath } from '#app/links.ts'
import { loadModelPage } from '#app/loadAhead.ts'
import { modelQueries } from '#app/queries.ts'
import { navigateInTransition } from '#app/viewTransition.ts'
import { CardActions } from './CardActions.tsx'

export const ModelCard = memo(function ModelCard({
  model,
  position,
  total,
}: {
  model: Model
  position: number
  /** -1 while unknown, as `aria-setsize` wants it. */
  total: number
}) {
  const { endpoint_id, metadata } = model
  const name = metadata?.display_name ?? endpoint_id
  const titleId = `card-${position}`
  const { prefetch, prefetchSoon, cancel } = usePrefetch(endpoint_id)
  const [plays, setPlays] = useState(false)
  const play = () => setPlays(!matchMedia('(prefers-reduced-motion: reduce)').matches)

  return (
    <article
      className="model-card group relative md:scroll-mt-14"
      data-place={endpoint_id}
      aria-posinset={position}
      aria-setsize={total}
      aria-labelledby={titleId}
      onPointerEnter={play}
      // Moving, not entering: while someone scrolls, cards pass under a pointer that means none of them.
      onPointerMove={prefetchSoon}
      onPointerDown={prefetch}
      onPointerLeave={() => {
        setPlays(false)
        cancel()
      }}
      onFocus={() => {
        play()
        prefetch()
      }}
      onBlur={() => setPlays(false)}
    >
      <Artwork model={model} isLazy={position > 8} plays={plays} />
      {metadata?.status === 'deprecated' && (
        <span className="absolute top-2 left-2 rounded-md bg-black/70 px-2 text-[12px] leading-6 font-medium text-white">
          Deprecated
        </span>
      )}
      <h2 id={titleId} className="mt-3 truncate text-[15px] leading-6 font-semibold">
        <CardLink endpointId={endpoint_id}>{name}</CardLink>
      </h2>
      <p className="font-mono text-[12.5px] leading-5 text-quiet">
        <EndpointId id={endpoint_id} />
      </p>
      {metadata && (
        <>
          <p className="mt-1 line-clamp-2 @xl:min-h-[2lh] text-[13.5px] leading-5.5 text-soft">
            {metadata.description}
          </p>
          <p className="mt-1.5 flex items-center gap-2 text-[13px] text-soft">
            <KindDot category={metadata.category} />
            {categoryName(metadata.category)}
          </p>
        </>
      )}
      <CardActions endpointId={endpoint_id} name={name} />
    </article>
  )
})

/** Covers its card: one tab stop, one large target. The picture travels to the model's page with it. */
function CardLink({ endpointId, children }: { endpointId: string; children: string }) {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const state = { from: `${pathname}${search}` }
  return (
    <Link
      to={modelPath(endpointId)}
      state={state}
      data-card-link
      title={children}
      className="after:absolute after:inset-0 after:rounded-card focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-offset-4 focus-visible:after:outline-focus"
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        const picture = event.currentTarget.closest('article')?.querySelector('img')
        if (picture) picture.style.viewTransitionName = 'artwork'
        navigateInTransition(() => void navigate(modelPath(endpointId), { state }))
      }}
    >
      {children}
    </Link>
  )
}

const REST = 100

/** Has the model and its page's code there before the click; soon means once the pointer has stayed for a moment. */
function usePrefetch(endpointId: string) {
  const queryClient = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  function prefetch() {
    // What fails here fails again, visibly, when it is needed.
    void queryClient.query(modelQueries.detail(endpointId)).catch(() => undefined)
    void loadModelPage().catch(() => undefined)
  }
  function prefetchSoon() {
    timer.current ??= setTimeout(prefetch, REST)
  }
  function cancel() {
    clearTimeout(timer.current)
    timer.current = undefined
  }
  return { prefetch, prefetchSoon, cancel }
}
