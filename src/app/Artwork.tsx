import { useEffect, useState } from 'react'
import type { Model } from '#contract/models.ts'
import { pictureUrl } from './request.ts'

/**
 * A model's picture, or the drawing made from the model when it has none or the picture cannot be loaded: the same
 * size, so nothing jumps. `plays` shows the animated one.
 */
export function Artwork({
  model,
  isLazy = false,
  plays = false,
  className = '',
}: {
  model: Model
  isLazy?: boolean
  plays?: boolean
  className?: string
}) {
  const [isBroken, setIsBroken] = useState(false)
  const [isMovingBroken, setIsMovingBroken] = useState(false)
  const { thumbnail_url: still, thumbnail_animated_url: animated } = model.metadata ?? {}
  const isShown = isLoadable(still) && !isBroken
  const drawing = useDrawing(model, !isShown)
  const source = isShown ? pictureUrl(still) : drawing
  // Our own server has its pictures in half that size, too.
  const half = source?.replace(/(\/thumbnails\/.+)\.640(?=\.webp)/, '$1.320')

  return (
    <div className={`relative aspect-16/10 overflow-hidden rounded-card bg-sunken ${className}`}>
      {source !== undefined && (
        <img
          srcSet={half === source ? undefined : `${half} 320w, ${source} 640w`}
          // Less than a card has, so that one only a little wider than the half has that: it is decoded in a quarter of
          // the time.
          sizes="(width < 78rem) 100vw, 20vw"
          src={source}
          alt=""
          width="640"
          height="400"
          loading={isLazy ? 'lazy' : 'eager'}
          decoding="async"
          className="size-full object-cover"
          onError={() => setIsBroken(true)}
        />
      )}
      {plays && isShown && !isMovingBroken && isLoadable(animated) && (
        <img
          src={pictureUrl(animated)}
          alt=""
          className="absolute inset-0 size-full object-cover"
          onError={() => setIsMovingBroken(true)}
        />
      )}
    </div>
  )
}

/** `blob:` addresses, which occur, belong to somebody else's browser. */
function isLoadable(url: string | undefined): url is string {
  return url !== undefined && /^(https?:\/\/|\/)/.test(url)
}

/** The drawing as a data: address; its code comes only when it is needed. */
function useDrawing({ endpoint_id, metadata }: Model, isNeeded: boolean): string | undefined {
  const [drawing, setDrawing] = useState<string>()
  const family = metadata?.group?.key ?? endpoint_id
  const category = metadata?.category ?? ''
  useEffect(() => {
    if (!isNeeded) return undefined
    let isCancelled = false
    import('#artwork/drawArtwork.ts').then(
      ({ drawArtwork, motifOf }) => {
        const svg = drawArtwork(
          { endpointId: endpoint_id, family, motif: motifOf(category) },
          { animated: false },
        )
        if (!isCancelled) setDrawing(`data:image/svg+xml,${encodeURIComponent(svg)}`)
      },
      () => undefined,
    )
    return () => {
      isCancelled = true
    }
  }, [endpoint_id, family, category, isNeeded])
  return drawing
}
