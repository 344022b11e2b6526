import { choicesOf } from '#schema/choicesOf.ts'
import type { Field } from '#schema/field.ts'
import { Choices } from './Choices.tsx'
import { Examples } from './Examples.tsx'
import { Value } from './Value.tsx'

/** Choices, default, limits and examples: what the schema says of a field's values. */
export function FieldFacts({ field }: { field: Field }) {
  const { limits, type } = field
  const choices = choicesOf(type)
  const byDefault = choices?.some((value) => isSame(value, field.default?.value)) ? undefined : field.default
  const examples = field.examples.filter((example) => !isSame(example, field.default?.value))
  return (
    <>
      {choices && <Choices values={choices} {...(field.default && { byDefault: field.default })} />}
      {(byDefault || limits.length > 0) && (
        <p className="flex flex-wrap gap-1.5">
          {byDefault && (
            <span className="code-chip outline-1 -outline-offset-1 outline-edge">
              <span className="sr-only">default: </span>
              <Value value={byDefault.value} />
              <span aria-hidden="true"> · default</span>
            </span>
          )}
          {limits.map((limit) => (
            <span key={limit} className="code-chip">
              {limit}
            </span>
          ))}
        </p>
      )}
      {!choices && examples.length > 0 && <Examples values={examples} />}
    </>
  )
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
