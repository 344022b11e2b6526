import { Icon } from '#ui/Icon.tsx'
import { addToCollection, keptNow, removeFromCollection, useIsFavourite } from './collection.ts'

/** Saves a model, or takes it out of the saved ones. `children` is a visible label, where there is room. */
export function SaveButton({
  endpointId,
  name,
  className = 'button',
  children,
}: {
  endpointId: string
  name: string
  className?: string
  children?: string
}) {
  const isSaved = useIsFavourite(endpointId)
  return (
    <button
      type="button"
      data-shortcut="s"
      aria-pressed={isSaved}
      aria-label={`Save ${name}`}
      title={isSaved ? 'Saved: press to take it out' : 'Save'}
      className={className}
      onClick={() =>
        isSaved
          ? removeFromCollection('favourites', [endpointId])
          : addToCollection('favourites', [keptNow(endpointId)])
      }
    >
      <Icon name="star" className={isSaved ? 'fill-current' : ''} />
      {children !== undefined && (isSaved ? 'Saved' : children)}
    </button>
  )
}
