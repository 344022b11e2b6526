import type { Field } from '#schema/field.ts'

/** Whether a field is edited with several elements, which need a group around them. */
export function isGroup({ type }: Field): boolean {
  return ['list', 'tuple', 'map', 'object', 'union', 'null'].includes(type.kind)
}
