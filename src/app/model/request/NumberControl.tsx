import { useState } from 'react'
import type { Field } from '#schema/field.ts'
import { attributesOf, type ControlProps } from './ControlProps.ts'
import { idOf } from './idOf.ts'

/** A number, with a slider where its range is one that a slider can show. What is no number stays, and is told so. */
export function NumberControl(props: ControlProps) {
  const { field, value, path, onChange } = props
  const [text, setText] = useState('')
  const id = idOf(path)
  const range = rangeOf(field)
  // "1." is 1 while someone writes 1.5.
  const shown = readNumber(text) === value ? text : write(value)

  return (
    <div className="flex items-center gap-3">
      <input
        {...attributesOf(props, id)}
        type="text"
        inputMode={field.type.kind === 'integer' ? 'numeric' : 'decimal'}
        autoComplete="off"
        value={shown}
        className={`input font-mono tabular-nums ${range ? 'max-w-24' : 'max-w-48'}`}
        onChange={({ target }) => {
          setText(target.value)
          onChange(readNumber(target.value))
        }}
        onKeyDown={(event) => {
          const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key]
          if (direction === undefined || typeof value !== 'number') return
          event.preventDefault()
          onChange(step(value, direction, field, range))
        }}
      />
      {range && (
        <input
          type="range"
          aria-label={`${field.name}, slider`}
          min={range.least}
          max={range.most}
          step={range.step}
          value={typeof value === 'number' ? value : range.least}
          className="h-6 min-w-0 grow accent-(--ink) pointer-coarse:h-11"
          onChange={({ target }) => onChange(target.valueAsNumber)}
        />
      )}
    </div>
  )
}

/** The number that a text is, or else the text itself. */
function readNumber(text: string): number | string {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : text
}

function write(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : ''
}

type Range = { least: number; most: number; step: number }

/** Undefined for ranges without an end, and for those in which a slider would jump over most numbers. */
function rangeOf({ type, constraints = {} }: Field): Range | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = constraints
  const [from, to] = [minimum ?? exclusiveMinimum, maximum ?? exclusiveMaximum]
  if (from === undefined || to === undefined || !(from < to)) return undefined
  const isInteger = type.kind === 'integer'
  const step = multipleOf ?? (isInteger ? 1 : 10 ** Math.floor(Math.log10((to - from) / 20)))
  const isFine = (to - from) / step <= STEPS_AT_MOST
  return isFine
    ? {
        least: minimum ?? round(from + step),
        most: maximum ?? round(to - step),
        step,
      }
    : undefined
}

const STEPS_AT_MOST = 5_000

function step(value: number, direction: number, { type, constraints = {} }: Field, range?: Range): number {
  const size = range?.step ?? constraints.multipleOf ?? (type.kind === 'integer' ? 1 : 0.1)
  const next = round(value + direction * size)
  return range ? Math.min(Math.max(next, range.least), range.most) : next
}

/** Without the 0.30000000000000004 of processors. */
function round(value: number): number {
  return Number(value.toPrecision(12))
}
