import type { Field } from '#schema/field.ts'
import type { Path } from '#request/payload.ts'
import type { Problem } from '#request/validatePayload.ts'

/** What every control of the request form is given. */
export type ControlProps = {
  field: Field
  /** Undefined while it is missing. */
  value: unknown
  path: Path
  /** Of this value and of what is inside of it. */
  problems: readonly Problem[]
  onChange: (value: unknown) => void
  /** Ids of what names it and of what else is said about it. */
  labelledBy: string
  describedBy: string | undefined
  isInvalid: boolean
}

/** What ties a native element to its label and messages. */
export function attributesOf({ labelledBy, describedBy, isInvalid }: ControlProps, id: string) {
  return {
    id,
    'aria-labelledby': labelledBy,
    'aria-describedby': describedBy,
    'aria-invalid': isInvalid || undefined,
  }
}
