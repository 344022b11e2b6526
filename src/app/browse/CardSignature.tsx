import type { Medium, Model } from '#contract/models.ts'
import { mediumInWords } from '#app/mediumInWords.ts'

/** "prompt, image → video +8 optional": what a call takes and returns. */
export function CardSignature({ signature }: { signature: NonNullable<Model['signature']> }) {
  const { takes, returns, optional_inputs: optional } = signature
  const inputs = takes.map((medium) => (medium === 'text' ? 'prompt' : mediumInWords(medium)))
  const outputs = returns.map(mediumInWords)
  return (
    <p className="truncate text-[13px] leading-5.5 text-soft">
      <span className="sr-only">
        Takes {inWords(inputs)}, returns {inWords(outputs)}
        {optional > 0 && `, ${optional} optional inputs`}
      </span>
      <span aria-hidden="true">
        <Media media={takes} names={inputs} />
        <span className="px-2 text-quiet">→</span>
        <Media media={returns} names={outputs} />
        {optional > 0 && <span className="pl-2.5 text-quiet">+{optional} optional</span>}
      </span>
    </p>
  )
}

function inWords(names: string[]): string {
  return names.length > 0 ? names.join(', ') : 'nothing'
}

function Media({ media, names }: { media: Medium[]; names: string[] }) {
  if (media.length === 0) return 'nothing'
  return media.map((medium, place) => (
    <span key={medium} className={`medium ${LOOKS[medium]}`}>
      {names[place]}
      {place < media.length - 1 && ', '}
    </span>
  ))
}

const LOOKS: Record<Medium, string> = {
  text: 'medium-text',
  image: 'medium-image',
  video: 'medium-video',
  audio: 'medium-audio',
  '3d': 'medium-3d',
  json: 'medium-json',
  file: 'medium-file',
}
