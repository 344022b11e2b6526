import { Fragment, useState } from 'react'
import { Link } from 'react-router-dom'
import type { SchemaChange } from '#contract/history.ts'

/** What changed in a schema, a line each. `linkTo` gives the address of a property that is still there. */
export function SchemaChanges({
  changes,
  linkTo,
}: {
  changes: SchemaChange[]
  linkTo?: (path: string) => string | undefined
}) {
  return (
    <ul className="divide-y divide-line text-[13.5px]">
      {changes.map((change) => (
        <li key={`${change.kind} ${change.path}`} className="grid grid-cols-1 gap-x-4 py-1.5 sm:grid-cols-2">
          <Path path={change.path} to={change.kind === 'removed' ? undefined : linkTo?.(change.path)} />
          <p className="min-w-0 text-soft wrap-anywhere">
            <Difference change={change} />
          </p>
        </li>
      ))}
    </ul>
  )
}

/** `input.` and `output.` stand back behind the names. */
function Path({ path, to }: { path: string; to: string | undefined }) {
  const [, body = '', name = ''] = /^([^.]+\.?)(.*)$/.exec(path) ?? []
  const text = (
    <>
      <span className={name === '' ? '' : 'text-quiet'}>{body}</span>
      <Breakable name={name} />
    </>
  )
  const look = 'font-mono text-[13px] wrap-anywhere'
  if (to === undefined) return <p className={look}>{text}</p>
  return (
    <p>
      <Link
        to={to}
        className={`${look} underline decoration-edge underline-offset-3 hover:decoration-ink pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center`}
      >
        {text}
      </Link>
    </p>
  )
}

/** A name that may break behind its dots and underscores. */
function Breakable({ name }: { name: string }) {
  return name.split(/(?<=[._])/).map((part, place) => (
    // oxlint-disable-next-line react/no-array-index-key -- parts repeat and never move
    <Fragment key={place}>
      {part}
      <wbr />
    </Fragment>
  ))
}

function Difference({ change }: { change: SchemaChange }) {
  switch (change.kind) {
    case 'added':
    case 'removed':
      return (
        <>
          <What>{change.kind}</What> {change.type}
          {change.required && ', required'}
        </>
      )
    case 'renamed':
      return (
        <>
          <What>renamed</What> as it seems, from <Code>{change.before}</Code>
        </>
      )
    case 'type':
      return (
        <>
          <What>type</What> {change.before} <To /> {change.after}
        </>
      )
    case 'choices':
      return (
        <>
          <What>choices</What> <Choices sign="+" label="added" values={change.added} />
          <Choices sign="−" label="removed" values={change.removed} />
        </>
      )
    case 'default':
      return (
        <>
          <What>default</What> <Default value={change.before} /> <To /> <Default value={change.after} />
        </>
      )
    case 'required':
      return <What>{change.after ? 'now required' : 'no longer required'}</What>
    default:
      return (
        <>
          <What>limits</What> {change.before.join(', ') || 'none'} <To /> {change.after.join(', ') || 'none'}
        </>
      )
  }
}

function What({ children }: { children: string }) {
  return <span className="mr-1 font-medium text-ink">{children}</span>
}

function To() {
  return (
    <>
      <span aria-hidden="true">→</span>
      <span className="sr-only">became</span>
    </>
  )
}

function Default({ value }: { value: unknown }) {
  return value === undefined ? 'none' : <Code>{JSON.stringify(value)}</Code>
}

function Code({ children }: { children: string }) {
  return <code className="font-mono text-[12.5px]">{children}</code>
}

const SHOWN = 12

/** The first of many, with the rest on demand. */
function Choices({ sign, label, values }: { sign: string; label: string; values: unknown[] }) {
  const [isWhole, setIsWhole] = useState(false)
  if (values.length === 0) return null
  const shown = isWhole ? values : values.slice(0, SHOWN)
  return (
    <span className="mr-2">
      <span aria-hidden="true">{sign}</span>
      <span className="sr-only">{label}</span>{' '}
      {shown.map((value, place) => (
        <span key={JSON.stringify(value)}>
          {place > 0 && ', '}
          <Code>{JSON.stringify(value)}</Code>
        </span>
      ))}
      {shown.length < values.length && (
        <button
          type="button"
          className="ml-1.5 text-ink underline underline-offset-3 pointer-coarse:min-h-11"
          onClick={() => setIsWhole(true)}
        >
          and {values.length - SHOWN} more
        </button>
      )}
    </span>
  )
}
