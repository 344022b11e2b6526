import { choicesOf } from '#schema/choicesOf.ts'
import type { Field } from '#schema/field.ts'
import { Choices } from './Choices.tsx'
import { Examples } from './Examples.tsx'
import { Value } from './Value.tsx'

/** Choices, default, limits and examples: what the schema says of a field's values. */
export function FieldFacts({ field }: { field: Field }) {
  const { limits, type } = field
  const choices = choicesOf(type)
  const chosen = new Set(choices?.map((value) => JSON.stringify(value)))
  const told = JSON.stringify(field.default?.value)
  const byDefault = chosen.has(told) ? undefined : field.default
  const examples = field.examples.filter((example) => {
    const json = JSON.stringify(example)
    return json !== told && !chosen.has(json)
  })
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
      {examples.length > 0 && <Examples values={examples} />}
    </>
  )
}
