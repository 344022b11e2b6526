import { useState } from 'react'
import { requiredFirst } from '#schema/readModelSchema.ts'
import type { Field, FieldType } from '#schema/field.ts'
import { Icon } from '#ui/Icon.tsx'
import { Choices } from './Choices.tsx'
import { typeInWords } from '#schema/typeInWords.ts'
import { Value } from './Value.tsx'

/** The properties of an object, the required ones first. */
export function FieldList({ fields }: { fields: Field[] }) {
  if (fields.length === 0) return <p className="py-5 text-soft">No properties.</p>
  return (
    <ul>
      {requiredFirst(fields).map((field) => (
        <FieldRow key={field.path} field={field} />
      ))}
    </ul>
  )
}

function FieldRow({ field }: { field: Field }) {
  return (
    <li id={field.path} className="border-b border-line py-4.5">
      <p className="flex flex-wrap items-baseline gap-x-2.5">
        <code
          className={`font-mono text-[14px] font-semibold wrap-anywhere ${field.isDeprecated ? 'line-through' : ''}`}
        >
          {field.name}
        </code>
        <span className="text-[13.5px] text-soft">
          <span className="sr-only">type: </span>
          {typeInWords(field)}
          {field.isNullable && <span className="text-quiet"> or null</span>}
        </span>
        {field.isRequired && <span className="text-[12.5px] font-medium text-alarm">required</span>}
        {field.isDeprecated && <span className="text-[12.5px] font-medium text-soft">deprecated</span>}
      </p>
      {field.description !== undefined && (
        <p className="mt-0.5 text-[14.5px] whitespace-pre-line text-soft wrap-anywhere">
          {field.description}
        </p>
      )}
      <FieldDetails field={field} />
    </li>
  )
}

/** Limits, default, choices, examples, and what the field contains. */
function FieldDetails({ field }: { field: Field }) {
  const choices = choicesOf(field.type)
  const isDefaultAmongChoices = choices?.some((value) => isSame(value, field.default?.value)) ?? false
  const examples = field.examples.filter((example) => !isSame(example, field.default?.value)).slice(0, 3)
  return (
    <div className="mt-2 space-y-2 empty:hidden">
      {choices && <Choices values={choices} {...(field.default && { byDefault: field.default })} />}
      {((field.default && !isDefaultAmongChoices) || field.limits.length > 0) && (
        <p className="flex flex-wrap gap-1.5">
          {field.default && !isDefaultAmongChoices && (
            <span className="code-chip outline-1 -outline-offset-1 outline-edge">
              <Value value={field.default.value} /> · default
            </span>
          )}
          {field.limits.map((limit) => (
            <span key={limit} className="code-chip">
              {limit}
            </span>
          ))}
        </p>
      )}
      {!choices && examples.length > 0 && (
        <p className="flex flex-wrap items-baseline gap-1.5 text-[13px] text-quiet">
          {examples.length === 1 ? 'Example' : 'Examples'}
          {examples.map((example) => (
            <span key={JSON.stringify(example)} className="code-chip">
              <Value value={example} />
            </span>
          ))}
        </p>
      )}
      <Inside type={field.type} />
    </div>
  )
}

/** What a value is made of, opened in place. */
function Inside({ type }: { type: FieldType }) {
  switch (type.kind) {
    case 'object':
      return <InsideObject type={type} />
    case 'list':
      return isPlain(type.item) ? null : <Part label="each item" field={type.item} />
    case 'map':
      return isPlain(type.value) ? null : <Part label="each value" field={type.value} />
    case 'tuple':
      return type.items.map((item, place) => (
        <Part key={item.path} label={`item ${place + 1}`} field={item} />
      ))
    case 'union':
      return type.branches
        .filter((branch) => branch.type.kind !== 'choice')
        .map((branch) => <Part key={branch.path} label={branch.name} field={branch} />)
    default:
      return null
  }
}

/** An item, a value or a branch: its label, and its own details unless there is nothing to say. */
function Part({ label, field }: { label: string; field: Field }) {
  if (field.type.kind === 'object') return <InsideObject type={field.type} label={label} />
  return (
    <div className="text-[13.5px] text-soft">
      <span className="text-quiet">{label}:</span> {typeInWords(field)}
      {field.description !== undefined && <span className="text-quiet"> · {field.description}</span>}
      <FieldDetails field={field} />
    </div>
  )
}

/** Read and drawn only when opened: a schema may contain itself. */
function InsideObject({ type, label }: { type: FieldType & { kind: 'object' }; label?: string }) {
  const [isOpen, setIsOpen] = useState(false)
  const fields = type.readFields()
  if (fields.length === 0) return null
  const name = type.name ?? 'object'
  return (
    <div>
      <button
        type="button"
        aria-expanded={isOpen}
        className="code-chip flex max-w-full items-start gap-1.5 text-left hover:text-ink pointer-coarse:py-2.5"
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon name="chevron" className={`mt-1.5 transition-transform ${isOpen ? 'rotate-90' : ''}`} />
        <span>
          {label !== undefined && label !== name && <span className="text-quiet">{label}: </span>}
          {name} {'{ '}
          {fields
            .slice(0, 4)
            .map((field) => field.name)
            .join(', ')}
          {fields.length > 4 && `, … ${fields.length - 4} more`}
          {' }'}
        </span>
      </button>
      {isOpen && (
        <div className="mt-2 border-l-2 border-line pl-3 sm:pl-4">
          <FieldList fields={fields} />
        </div>
      )}
    </div>
  )
}

/** Also those of a union, which shows them as its own: "one of these names, or an object". */
function choicesOf(type: FieldType): unknown[] | undefined {
  if (type.kind === 'choice') return type.values
  const branch =
    type.kind === 'union' ? type.branches.find(({ type: { kind } }) => kind === 'choice') : undefined
  return branch && choicesOf(branch.type)
}

function isPlain({ type, limits, description }: Field): boolean {
  const isScalar = ['string', 'number', 'integer', 'boolean', 'null', 'any', 'missing'].includes(type.kind)
  return isScalar && limits.length === 0 && description === undefined
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
