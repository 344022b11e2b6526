import { Suspense, useDeferredValue, useRef } from 'react'
import { Link, useLocation, useNavigate } from 'react-router-dom'
import type { Model } from '#contract/models.ts'
import type { ModelSchema } from '#schema/readModelSchema.ts'
import { Artwork } from '#app/Artwork.tsx'
import { categoryName } from '#app/categoryName.ts'
import { EndpointId } from '#app/EndpointId.tsx'
import { formatDate } from '#app/format.ts'
import { KindDot } from '#app/KindDot.tsx'
import { browsePath, modelPath } from '#app/links.ts'
import { useIsHydrated } from '#app/useIsHydrated.ts'
import { KeepButton } from '#app/yours/KeepButton.tsx'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Icon } from '#ui/Icon.tsx'
import { CopyMarkdown } from './parts.ts'
import { readOrigin } from './readOrigin.ts'
import { TakesAndReturns } from './TakesAndReturns.tsx'
import { useCarriedPicture } from './useCarriedPicture.ts'

/** Who the model is: picture, name, id, what it takes and returns, and the facts about it. */
export function ModelHead({ model, schema }: { model: Model; schema: ModelSchema | undefined }) {
  const { endpoint_id, metadata, openapi } = model
  const name = metadata?.display_name ?? endpoint_id
  const picture = useRef<HTMLDivElement>(null)
  useCarriedPicture(picture)
  // Its code comes later than the rest, into a room that is kept for it.
  const isLater = useDeferredValue(true, false)
  const room = (
    <span className="button invisible">
      <Icon name="copy" />
      Copy as Markdown
    </span>
  )
  const tags = [...new Set(metadata?.tags.map((tag) => tag.trim()).filter(Boolean))]
  return (
    <>
      <BackLink category={metadata?.category} />
      <div className="mt-4 flex gap-7 max-md:flex-col max-md:gap-5">
        <div ref={picture} className="w-75 shrink-0 origin-top-left max-md:w-full max-md:max-w-90">
          <Artwork model={model} />
        </div>
        <div className="flex min-w-0 grow flex-col justify-center gap-2">
          <h1 className="text-[30px] leading-9 font-semibold tracking-tight wrap-anywhere">{name}</h1>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-mono text-[14.5px] text-soft">
              <EndpointId id={endpoint_id} />
            </span>
            <CopyButton
              text={endpoint_id}
              name="Copy endpoint id"
              shortcut="y"
              className="button min-h-7 px-2 text-[12.5px] text-soft pointer-coarse:min-h-11"
            />
          </div>
          {metadata && <p className="max-w-160 text-soft">{metadata.description}</p>}
          <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-2.5">
            {metadata && (
              <>
                <Link
                  to={browsePath({ category: [metadata.category] })}
                  className="mr-1 flex items-center gap-2 font-medium hover:underline pointer-coarse:min-h-11"
                >
                  <KindDot category={metadata.category} />
                  {categoryName(metadata.category)}
                </Link>
                {schema && <TakesAndReturns schema={schema} />}
                <span className="badge">{metadata.status === 'active' ? 'Active' : 'Deprecated'}</span>
                {metadata.license_type !== undefined && (
                  <span className="badge capitalize">{metadata.license_type} licence</span>
                )}
                {metadata.stream_url !== undefined && <span className="badge">Streaming</span>}
                {metadata.duration_estimate !== undefined && (
                  <span className="badge">About {metadata.duration_estimate} min</span>
                )}
                <span className="badge">Added {formatDate(metadata.date)}</span>
                {metadata.updated_at !== metadata.date && (
                  <span className="badge">Updated {formatDate(metadata.updated_at)}</span>
                )}
              </>
            )}
            <div className="flex flex-wrap gap-2 md:ml-auto">
              <KeepButton endpointId={endpoint_id} name={name} isLabelled />
              <KeepButton collection="compared" endpointId={endpoint_id} name={name} isLabelled />
              {openapi !== undefined && (
                <Suspense fallback={room}>{isLater ? <CopyMarkdown model={model} /> : room}</Suspense>
              )}
              <CopyButton
                text={() => new URL(modelPath(endpoint_id), location.origin).href}
                icon="link"
                className="button button-primary"
              >
                Share link
              </CopyButton>
            </div>
          </div>
          {tags.length > 0 && (
            <ul aria-label="Tags" className="flex flex-wrap gap-1.5">
              {tags.map((tag) => (
                <li key={tag}>
                  <Link
                    to={browsePath({ tag: [tag] })}
                    className="code-chip inline-flex items-center hover:text-ink pointer-coarse:min-h-11"
                  >
                    {tag}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </>
  )
}

/** Back to the very list the reader came from; to the model's category for one who came by a link. */
function BackLink({ category }: { category: string | undefined }) {
  const navigate = useNavigate()
  const { state } = useLocation()
  const isHydrated = useIsHydrated()
  const from = isHydrated ? readOrigin(state) : undefined
  const to = from ?? browsePath(category === undefined ? {} : { category: [category] })
  return (
    <Link
      to={to}
      className="inline-flex items-center gap-2 text-[14px] text-soft hover:text-ink pointer-coarse:min-h-11"
      onClick={(event) => {
        if (from === undefined || event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        void navigate(-1)
      }}
    >
      <Icon name="back" />
      {from === undefined && category !== undefined ? categoryName(category) : 'Models'}
    </Link>
  )
}
