import { isJsonObject } from '#request/payload.ts'
import type { Field } from '#schema/field.ts'
import { BooleanControl } from './BooleanControl.tsx'
import { ChoiceControl } from './ChoiceControl.tsx'
import type { ControlProps } from './ControlProps.ts'
import { JsonControl } from './JsonControl.tsx'
import { ListControl } from './ListControl.tsx'
import { MapControl } from './MapControl.tsx'
import { NumberControl } from './NumberControl.tsx'
import { ObjectControl } from './ObjectControl.tsx'
import { TextControl } from './TextControl.tsx'
import { TupleControl } from './TupleControl.tsx'
import { UnionControl } from './UnionControl.tsx'

/** The right control for a field. A value of another kind is edited as the JSON it is, until it is of this one. */
export function Control(props: ControlProps) {
  const { field, value } = props
  const { type } = field
  if (!canShow(field, value)) return <JsonControl {...props} />
  switch (type.kind) {
    case 'string':
      return <TextControl {...props} />
    case 'number':
    case 'integer':
      return <NumberControl {...props} />
    case 'boolean':
      return <BooleanControl {...props} />
    case 'choice':
      if (!type.isOpen) return <ChoiceControl {...props} values={type.values} />
      return typeof type.values[0] === 'number' ? (
        <NumberControl {...props} />
      ) : (
        <TextControl {...props} suggestions={type.values} />
      )
    case 'list':
      return <ListControl {...props} type={type} />
    case 'tuple':
      return <TupleControl {...props} type={type} />
    case 'map':
      return <MapControl {...props} type={type} />
    case 'object':
      return <ObjectControl {...props} type={type} />
    case 'union':
      return <UnionControl {...props} type={type} />
    case 'null':
      return <p className="font-mono text-[13px] text-soft">null</p>
    case 'any':
    case 'missing':
      break
  }
  return <JsonControl {...props} />
}

function canShow({ type }: Field, value: unknown): boolean {
  // Of some objects nothing is known but that they are one.
  if (type.kind === 'object' && type.readFields().length === 0) return false
  if (type.kind === 'union') return type.branches.length > 0
  if (value === undefined) return type.kind !== 'null'
  switch (type.kind) {
    case 'string':
      return typeof value === 'string'
    case 'number':
    case 'integer':
      return typeof value === 'number' || typeof value === 'string'
    case 'boolean':
      return typeof value === 'boolean'
    case 'choice':
      return !type.isOpen || typeof value === 'string' || typeof value === 'number'
    case 'list':
    case 'tuple':
      return Array.isArray(value)
    case 'map':
    case 'object':
      return isJsonObject(value)
    case 'null':
      return value === null
    case 'any':
    case 'missing':
      break
  }
  return false
}
