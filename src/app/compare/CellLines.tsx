import type { Field } from '#schema/field.ts'
import { cellFacts } from './cellFacts.ts'
import type { PropertyRow } from './compareModels.ts'

/** What a model says of a property, a line each; where the others say something else, marked by a sign and a shade. */
export function CellLines({ field, row }: { field: Field; row: PropertyRow }) {
  return (
    <ul className="space-y-0.5">
      {cellFacts(field, row).map(({ kind, text, isDifferent }) => (
        <li key={kind} className={`line-clamp-5 wrap-anywhere ${isDifferent ? '' : 'text-soft'}`}>
          {isDifferent ? (
            <>
              <span className="sr-only">differs: </span>
              <span aria-hidden="true" className="pr-1 text-quiet">
                ≠
              </span>
              <mark className="rounded-[3px] bg-mark box-decoration-clone px-1 text-ink">{text}</mark>
            </>
          ) : (
            text
          )}
        </li>
      ))}
    </ul>
  )
}
