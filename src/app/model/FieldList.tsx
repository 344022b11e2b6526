import type { ReactNode } from 'react'
import { Link, useLocation, useNavigate } from 'react-router-dom'
import type { Field, FieldType } from '#schema/field.ts'
import { requiredFirst } from '#schema/readModelSchema.ts'
import { formatNumber } from '#app/format.ts'
import { useStored } from '#app/storage.ts'
import { typeInWords } from '#schema/typeInWords.ts'
import { Icon } from '#ui/Icon.tsx'
import { arrangeFields } from './arrangeFields.ts'
import { useExplorerAround } from './ExplorerContext.ts'
import { FieldFacts } from './FieldFacts.tsx'
import { CopyLink, FieldHead } from './FieldHead.tsx'
import { changeFragment } from '#app/fragment.ts'
import { GoneNote } from './GoneNote.tsx'
import { Prose } from './Prose.tsx'

/** As many fields of one list as are drawn at once; the largest real model has 54. */
const AT_ONCE = 60

/** The properties of an object. Those not asked for are folded where they stand, and so is what goes on too long. */
export function FieldList({
  fields,
  depth = 0,
  most,
}: {
  fields: Field[]
  depth?: number
  /** How many to draw, while the others are still to come. */
  most?: number | undefined
}) {
  const { wantedOf, query, isRequiredOnly } = useExplorerAround()
  const order = useStored('fields-order')
  const inOrder = (order === 'required-first' ? requiredFirst(fields) : fields).slice(0, most)
  const runs = useRuns(inOrder, wantedOf(inOrder))
  if (fields.length === 0) return <p className="py-5 text-soft">No properties.</p>
  const others = query !== '' ? 'other' : isRequiredOnly ? 'optional' : 'more'
  return (
    <ul>
      {runs.map(({ isShown, items }) =>
        isShown ? (
          items.map((field) => <FieldRow key={field.path} field={field} depth={depth} />)
        ) : (
          <li key={`folded ${items[0]?.path}`} className="border-b border-line py-2">
            <Folded items={items} others={others} />
          </li>
        ),
      )}
    </ul>
  )
}

/** The fields that are wanted, so many of them, and those someone brought into sight, in runs; between them the others. */
function useRuns(fields: Field[], wanted: Field[]) {
  const { isReached } = useExplorerAround()
  const first = new Set(wanted.slice(0, AT_ONCE))
  return arrangeFields(fields, (field) => first.has(field) || isReached(field.path))
}

type Others = 'other' | 'optional' | 'more'

/** Stands for fields that are folded away, and brings them into sight. */
function Folded({ items, others }: { items: Field[]; others: Others }) {
  const { reach } = useExplorerAround()
  return (
    <button type="button" className="text-button" onClick={() => reach(items.slice(0, AT_ONCE))}>
      {foldedInWords(items.length, others)}
    </button>
  )
}

function foldedInWords(count: number, others: Others): string {
  const noun = others === 'other' && count > 1 ? 'others' : others
  const number = formatNumber(count)
  return count > AT_ONCE ? `Show ${AT_ONCE} of ${number} ${noun}` : `Show ${number} ${noun}`
}

/** A place that a link can lead to, and that is lit when one did. */
function Place({
  path,
  as: Element,
  className,
  children,
}: {
  path: string
  as: 'li' | 'div'
  className: string
  children: ReactNode
}) {
  const { currentMatch, gone } = useExplorerAround()
  return (
    <Element
      id={path}
      tabIndex={-1}
      data-current={currentMatch === path || undefined}
      className={`field-place ${className}`}
    >
      {gone?.nearest === path && <GoneNote path={gone.path} />}
      {children}
    </Element>
  )
}

function FieldRow({ field, depth }: { field: Field; depth: number }) {
  return (
    <Place
      as="li"
      path={field.path}
      className={`border-b border-line py-4.5 ${depth > 0 ? 'last:border-b-0 last:pb-1' : ''}`}
    >
      <FieldHead
        field={field}
        name={
          <code
            className={`font-mono text-[14px] font-semibold wrap-anywhere ${field.isDeprecated ? 'line-through' : ''}`}
          >
            {field.name}
          </code>
        }
      />
      <Description field={field} />
      <FieldDetails field={field} depth={depth} />
    </Place>
  )
}

function Description({ field: { title, description } }: { field: Field }) {
  if (title === undefined && description === undefined) return null
  return (
    <p className="mt-0.5 max-w-[68ch] text-[14.5px] whitespace-pre-line text-soft wrap-anywhere">
      {title !== undefined && <span className="font-medium text-ink">{title}</span>}
      {title !== undefined && description !== undefined && '. '}
      {description !== undefined && <Prose text={description} />}
    </p>
  )
}

/** What the schema says of the values, and what they contain. */
function FieldDetails({ field, depth }: { field: Field; depth: number }) {
  return (
    <div className="mt-2 space-y-2 empty:hidden">
      <FieldFacts field={field} />
      <Inside field={field} depth={depth} />
    </div>
  )
}

/** What a value is made of, opened in place. */
function Inside({ field, depth }: { field: Field; depth: number }) {
  const { type } = field
  switch (type.kind) {
    case 'object':
      return <InsideObject field={field} type={type} depth={depth} />
    case 'list':
      return isPlain(type.item) ? null : <Part label="each item" field={type.item} depth={depth} />
    case 'map':
      return isPlain(type.value) ? null : <Part label="each value" field={type.value} depth={depth} />
    case 'tuple':
      return (
        <Parts parts={type.items} depth={depth} labelOf={(item) => `item ${type.items.indexOf(item) + 1}`} />
      )
    case 'union':
      return (
        <>
          {type.discriminator !== undefined && (
            <p className="text-[13.5px] text-quiet">
              Told apart by <code className="font-mono text-[12.5px] text-soft">{type.discriminator}</code>
            </p>
          )}
          <Parts
            parts={type.branches.filter((branch) => branch.type.kind !== 'choice')}
            depth={depth}
            labelOf={(branch) => branch.name}
          />
        </>
      )
    default:
      return null
  }
}

function Parts({
  parts,
  depth,
  labelOf,
}: {
  parts: Field[]
  depth: number
  labelOf: (part: Field) => string
}) {
  return useRuns(parts, parts).map(({ isShown, items }) =>
    isShown ? (
      items.map((part) => <Part key={part.path} label={labelOf(part)} field={part} depth={depth} />)
    ) : (
      <Folded key={`folded ${items[0]?.path}`} items={items} others="more" />
    ),
  )
}

/** An item, a value or a branch: its label, and its own details unless there is nothing to say. */
function Part({ label, field, depth }: { label: string; field: Field; depth: number }) {
  const { type } = field
  if (type.kind === 'object') {
    return (
      <Place as="div" path={field.path} className="space-y-2">
        <InsideObject field={field} type={type} label={label} depth={depth} />
      </Place>
    )
  }
  return (
    <Place as="div" path={field.path} className="text-[13.5px] text-soft">
      <FieldHead
        field={field}
        name={
          !typeInWords(field).startsWith(label) && <span className="text-[13.5px] text-quiet">{label}</span>
        }
      />
      <Description field={field} />
      <FieldDetails field={field} depth={depth} />
    </Place>
  )
}

type ObjectType = FieldType & { kind: 'object' }

/** Read and drawn only when opened: a schema may contain itself. */
function InsideObject({
  field,
  type,
  label,
  depth,
}: {
  field: Field
  type: ObjectType
  label?: string
  depth: number
}) {
  const { isOpen, toggle } = useExplorerAround()
  const name = type.name ?? 'object'
  if (type.recursesTo !== undefined) {
    return (
      <p className="text-[13.5px] text-soft">
        {label !== undefined && <span className="text-quiet">{label}: </span>}
        {name}, the same as <PlaceLink path={type.recursesTo} />
      </p>
    )
  }
  const fields = type.readFields()
  if (fields.length === 0) return null
  const isUnfolded = isOpen(field.path)
  return (
    <>
      <div className="group/head flex items-start gap-2">
        <button
          type="button"
          aria-expanded={isUnfolded}
          className="code-chip flex max-w-full items-start gap-1.5 text-left hover:text-ink pointer-coarse:py-2.5"
          onClick={() => toggle(field.path)}
        >
          <Icon name="chevron" className={`mt-1.5 transition-transform ${isUnfolded ? 'rotate-90' : ''}`} />
          <span>
            {label !== undefined && label !== name && <span className="text-quiet">{label}: </span>}
            {name} {'{ '}
            {fields
              .slice(0, 4)
              .map((field) => field.name)
              .join(', ')}
            {fields.length > 4 && `, … ${fields.length - 4} more`}
            {'\u00a0}'}
          </span>
        </button>
        {label !== undefined && <CopyLink field={field} />}
      </div>
      {isUnfolded && (
        <div className={`mt-2 ${indentation(depth)}`}>
          {label !== undefined && field.description !== undefined && <Description field={field} />}
          <FieldList fields={fields} depth={depth + 1} />
          {type.isOpen && <OthersToo />}
        </div>
      )}
    </>
  )
}

/** Says of an object that it may have properties beside those it names. */
export function OthersToo() {
  return <p className="py-3 text-[13.5px] text-quiet">Other properties are accepted too.</p>
}

/** Text keeps 24 letters beside it on the narrowest screen, however deep it stands. */
function indentation(depth: number): string {
  if (depth < 4) return 'border-l-2 border-line pl-3 sm:pl-4'
  return depth < 8 ? 'sm:border-l-2 sm:border-line sm:pl-4' : ''
}

/** Leads to another field of the page. */
function PlaceLink({ path }: { path: string }) {
  const { pathname, state } = useLocation()
  const navigate = useNavigate()
  return (
    <Link
      to={{ pathname, hash: path }}
      className="font-mono text-[12.5px] text-ink underline decoration-edge underline-offset-3 hover:decoration-ink"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        void navigate({ pathname, hash: changeFragment(window.location.hash, { place: path }) }, { state })
      }}
    >
      {path}
    </Link>
  )
}

function isPlain({ type, limits, description }: Field): boolean {
  const isScalar = ['string', 'number', 'integer', 'boolean', 'null', 'any', 'missing'].includes(type.kind)
  return isScalar && limits.length === 0 && description === undefined
}
