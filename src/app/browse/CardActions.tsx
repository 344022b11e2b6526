import { memo } from 'react'
import { KeepButton } from '#app/yours/KeepButton.tsx'
import { CopyButton } from '#ui/CopyButton.tsx'

/** What can be done with a model without opening it. Shown when the card is pointed at or has the focus, and on touch. */
export const CardActions = memo(function CardActions({
  endpointId,
  name,
}: {
  endpointId: string
  name: string
}) {
  return (
    <div className="absolute top-2 right-2 z-1 flex gap-1.5 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
      <KeepButton endpointId={endpointId} name={name} className={LOOK} />
      <KeepButton collection="compared" endpointId={endpointId} name={name} className={LOOK} />
      <CopyButton text={endpointId} name={`Copy id of ${name}`} shortcut="y" className={LOOK}>
        {null}
      </CopyButton>
    </div>
  )
})

const LOOK = 'button w-9 bg-raised/90 px-0 pointer-coarse:w-11'
