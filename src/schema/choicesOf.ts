import type { FieldType } from './field.ts'

/** What may be chosen; also where a union has choices beside its other branches: "one of these names, or an object". */
export function choicesOf(type: FieldType): unknown[] | undefined {
  if (type.kind === 'choice') return type.values
  if (type.kind !== 'union') return undefined
  return type.branches.map((branch) => branch.type).find((branch) => branch.kind === 'choice')?.values
}
