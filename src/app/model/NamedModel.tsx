import { categoryName } from '#app/categoryName.ts'
import { EndpointId } from '#app/EndpointId.tsx'

/** What names another model in a list: its name where it is known, its id, and its category where that is another one. */
export function NamedModel({
  endpointId,
  name,
  category,
  besides,
}: {
  endpointId: string
  name: string | undefined
  category: string | undefined
  /** The category of the model that the list belongs to. */
  besides: string | undefined
}) {
  return (
    <>
      {name !== undefined && <span className="group-hover/link:underline">{name}</span>}
      <span className="font-mono text-[12.5px] text-quiet">
        <EndpointId id={endpointId} />
      </span>
      {category !== undefined && category !== besides && (
        <span className="text-[13px] text-soft">{categoryName(category)}</span>
      )}
    </>
  )
}
