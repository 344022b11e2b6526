import type { ReactNode } from 'react'
import { type ComparedModel, presenceInWords, type PropertyRow } from './compareModels.ts'

const SIGNS = { all: '●', some: '◐', one: '○' } as const

const WORDS = {
  type: 'type',
  choices: 'choices',
  default: 'default',
  limits: 'range',
  required: 'required',
} as const

/** What a row is about: the property, which models have it, and in what they do not agree. */
export function PropertyName({ row, models }: { row: PropertyRow; models: readonly ComparedModel[] }) {
  const { name, depth, presence, differences, isInherited, otherNames } = row
  const start = name.slice(0, name.length - lastPart(name).length)
  return (
    <div style={{ paddingLeft: `${Math.min(depth, 4) * 0.75}rem` }}>
      <p className="font-mono text-[13px] wrap-anywhere">
        <span className="text-quiet">{start}</span>
        <span className="font-medium">{lastPart(name)}</span>
      </p>
      {models.length > 1 && !isInherited && (
        <Note>
          <span aria-hidden="true" className="pr-1">
            {SIGNS[presence]}
          </span>
          {presenceInWords(row, models)}
        </Note>
      )}
      {differences.length > 0 && (
        <Note>
          <span aria-hidden="true" className="pr-1">
            ≠
          </span>
          differs: {differences.map((difference) => WORDS[difference]).join(', ')}
        </Note>
      )}
      {otherNames.length > 0 && (
        <Note>
          <span aria-hidden="true" className="pr-1">
            ≈
          </span>
          perhaps{' '}
          {otherNames.map((other, place) => (
            <span key={other}>
              {place > 0 && ', '}
              <code className="font-mono text-[12.5px]">{other}</code>
            </span>
          ))}{' '}
          by another name
        </Note>
      )}
    </div>
  )
}

function Note({ children }: { children: ReactNode }) {
  return <p className="text-[12.5px] text-soft wrap-anywhere">{children}</p>
}

function lastPart(name: string): string {
  return /[^.]*$/.exec(name)?.[0] ?? name
}
