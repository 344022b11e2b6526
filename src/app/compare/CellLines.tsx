import type { Field } from '#schema/field.ts'
import { cellFacts } from './cellFacts.ts'
import type { PropertyRow } from './compareModels.ts'

/** Of characters: what is shorter fits into five lines of the narrowest column. */
const LONG = 100

/**
 * What a model says of a property, a line each; where the others say something else, marked by a sign and a shade. The
 * sign is read out as words by the style's own alternative text: hidden words beside it, and a clip on each line, cost
 * more than half of what painting six models' rows took.
 */
export function CellLines({ field, row }: { field: Field; row: PropertyRow }) {
  return (
    <ul className="space-y-0.5">
      {cellFacts(field, row).map(({ kind, text, isDifferent }) => (
        <li
          key={kind}
          className={`wrap-anywhere ${text.length > LONG ? 'line-clamp-5' : ''} ${isDifferent ? DIFFERS : 'text-soft'}`}
        >
          {isDifferent ? (
            <mark className="rounded-[3px] bg-mark box-decoration-clone px-1 text-ink">{text}</mark>
          ) : (
            text
          )}
        </li>
      ))}
    </ul>
  )
}

const DIFFERS = "before:pr-1 before:text-quiet before:content-['≠'/'differs:_']"
