import { Fragment, type ReactNode } from 'react'
import type { CallChange } from '#contract/alternatives.ts'

/** What to change in a call so that another model takes it, in one sentence. */
export function CallChanges({ changes }: { changes: readonly CallChange[] }) {
  const parts = inWords(changes)
  return (
    <p className="text-[13.5px] text-soft wrap-anywhere">
      {parts.length === 0
        ? 'Takes the same call.'
        : parts.map(({ key, words }, place) => (
            <Fragment key={key}>
              {place > 0 && '; '}
              {words}
            </Fragment>
          ))}
    </p>
  )
}

const NAMED = 4

function inWords(changes: readonly CallChange[]): { key: string; words: ReactNode }[] {
  const named = (kind: 'drop' | 'require') =>
    changes.flatMap((change) => (change.kind === kind ? [change.name] : []))
  const converted = (reason: 'choices' | 'limits') =>
    changes.flatMap((change) => (change.kind === 'convert' && change.reason === reason ? [change.to] : []))
  const grouped: [key: string, before: string, names: string[]][] = [
    ['require', 'give ', named('require')],
    ['choices', 'other choices of ', converted('choices')],
    ['limits', 'narrower limits of ', converted('limits')],
    ['drop', 'drop ', named('drop')],
  ]
  return [
    ...changes.flatMap((change) => {
      if (change.kind === 'rename') {
        const words = (
          <>
            rename <Code name={change.name} /> to <Code name={change.to} />
          </>
        )
        return [{ key: `rename ${change.name}`, words }]
      }
      if (change.kind !== 'convert' || (change.reason !== 'one' && change.reason !== 'list')) return []
      const words = (
        <>
          {change.reason === 'list' ? 'a list in ' : 'one in place of the list in '}
          <Code name={change.to} />
        </>
      )
      return [{ key: `convert ${change.name}`, words }]
    }),
    ...grouped
      .filter(([, , names]) => names.length > 0)
      .map(([key, before, names]) => ({ key, words: <Names before={before} names={names} /> })),
  ]
}

function Names({ before, names }: { before: string; names: string[] }) {
  return (
    <>
      {before}
      {names.slice(0, NAMED).map((name, place) => (
        <Fragment key={name}>
          {place > 0 && ', '}
          <Code name={name} />
        </Fragment>
      ))}
      {names.length > NAMED && ` and ${names.length - NAMED} more`}
    </>
  )
}

function Code({ name }: { name: string }) {
  return <code className="font-mono text-[12.5px] text-ink">{name}</code>
}
