import type { Medium, Model } from '#contract/models.ts'
import { mediumInWords } from '#app/mediumInWords.ts'
import { Icon, type IconName } from '#ui/Icon.tsx'

/** "prompt, image → video +8 optional": what a call takes and returns. */
export function CardSignature({ signature }: { signature: NonNullable<Model['signature']> }) {
  const { takes, returns, optional_inputs: optional } = signature
  return (
    <p className="flex h-5.5 items-center gap-1.5 overflow-hidden text-[13px] whitespace-nowrap text-soft">
      <span className="truncate">
        <span className="sr-only">Takes </span>
        <Media media={takes} textName="prompt" />
        <Icon name="arrow" className="mx-1.5 text-[12px] text-quiet" />
        <span className="sr-only">, returns </span>
        <Media media={returns} textName="text" />
      </span>
      {optional > 0 && (
        <span className="ml-auto shrink-0 text-quiet">
          <span className="sr-only">, </span>+{optional} optional
        </span>
      )}
    </p>
  )
}

const ICONS: Record<Medium, IconName> = {
  text: 'text',
  image: 'image',
  video: 'video',
  audio: 'audio',
  '3d': 'cube',
  json: 'braces',
  file: 'file',
}

function Media({ media, textName }: { media: Medium[]; textName: string }) {
  if (media.length === 0) return 'nothing'
  return media.map((medium, place) => (
    <span key={medium}>
      {place > 0 && ', '}
      <Icon name={ICONS[medium]} className="mr-1 text-[12px] text-quiet" />
      {medium === 'text' ? textName : mediumInWords(medium)}
    </span>
  ))
}
