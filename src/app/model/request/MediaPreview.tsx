import { useState } from 'react'
import type { Medium } from '#schema/field.ts'

/**
 * The picture, film or sound at an address. A request may come from anyone's link, so nothing is asked of another host
 * before the reader wants to see it.
 */
export function MediaPreview({
  medium,
  address,
  name,
  isAsked,
  onAsk,
}: {
  medium: Medium | undefined
  address: string
  name: string
  isAsked: boolean
  onAsk: () => void
}) {
  const [failed, setFailed] = useState<string>()
  if (!isShown(medium) || !isHttps(address)) return null
  if (!isAsked) {
    return (
      <button
        type="button"
        className="mt-1.5 inline-flex min-h-6 items-center text-[12.5px] text-soft underline underline-offset-2 hover:text-ink pointer-coarse:min-h-11"
        onClick={onAsk}
      >
        Show the {medium}
        <span className="sr-only"> of {name}</span>
      </button>
    )
  }
  if (failed === address) {
    return <output className="mt-1.5 block text-[12.5px] text-soft">The {medium} could not be loaded.</output>
  }
  const onError = () => setFailed(address)
  return (
    <div className="mt-1.5 overflow-hidden rounded-lg border border-line bg-sunken">
      {medium === 'image' && (
        <img
          src={address}
          alt={`Preview of ${name}`}
          referrerPolicy="no-referrer"
          decoding="async"
          className="mx-auto max-h-56 min-h-16 object-contain"
          onError={onError}
        />
      )}
      {medium === 'video' && (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- someone's own film, without captions
        <video
          src={address}
          aria-label={`Preview of ${name}`}
          controls
          playsInline
          preload="metadata"
          className="mx-auto max-h-56 w-full"
          onError={onError}
        />
      )}
      {medium === 'audio' && (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- someone's own sound, without captions
        <audio
          src={address}
          aria-label={`Preview of ${name}`}
          controls
          preload="metadata"
          className="h-11 w-full"
          onError={onError}
        />
      )}
    </div>
  )
}

function isShown(medium: Medium | undefined): medium is 'image' | 'video' | 'audio' {
  return medium === 'image' || medium === 'video' || medium === 'audio'
}

function isHttps(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:'
}
