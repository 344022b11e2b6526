import { Icon } from '#ui/Icon.tsx'
import { addToCollection, keptNow, removeFromCollection, useIsKept } from './collection.ts'

/** What the button is called, and the key that presses it. */
const LOOKS = {
  favourites: { icon: 'star', key: 's', verb: 'Save', kept: 'Saved' },
  compared: { icon: 'columns', key: 'c', verb: 'Compare', kept: 'Comparing' },
} as const

/** Puts a model into a collection, or takes it out: saves it, or notes it for a comparison. `isLabelled`: in words too. */
export function KeepButton({
  collection = 'favourites',
  endpointId,
  name,
  className = 'button',
  isLabelled,
}: {
  collection?: keyof typeof LOOKS
  endpointId: string
  name: string
  className?: string
  isLabelled?: boolean
}) {
  const isKept = useIsKept(collection, endpointId)
  const { icon, key, verb, kept } = LOOKS[collection]
  return (
    <button
      type="button"
      data-shortcut={key}
      aria-pressed={isKept}
      aria-label={`${verb} ${name}`}
      title={isKept ? kept : verb}
      className={className}
      onClick={() =>
        isKept
          ? removeFromCollection(collection, [endpointId])
          : addToCollection(collection, [keptNow(endpointId)])
      }
    >
      <Icon name={icon} className={isKept ? 'fill-current' : ''} />
      {isLabelled && (isKept ? kept : verb)}
    </button>
  )
}
