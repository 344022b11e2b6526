import type { CallChange } from '#contract/alternatives.ts'
import { type CallInput, shareKind } from './callInput.ts'
import { isSameByAnotherName } from './isSameByAnotherName.ts'

/**
 * What has to change in a call of the one model so that the other takes it; inside objects, too, by the path of what
 * changes. Undefined when the other has no place for a text or file that the one requires, or requires one of its own:
 * then it does something else.
 */
export function planCall(from: readonly CallInput[], to: readonly CallInput[]): CallChange[] | undefined {
  const { changes, dropped, asked } = planInputs(from, to, '')
  return dropped.some(isSubject) || asked.some(isSubject) ? undefined : changes
}

/** The changes, and of them what is left out and what is asked anew. */
type Plan = { changes: CallChange[]; dropped: CallInput[]; asked: CallInput[] }

function planInputs(from: readonly CallInput[], to: readonly CallInput[], path: string): Plan {
  const byName = new Map(to.map((input) => [input.name, input]))
  const taken = new Set<CallInput>()
  const plan: Plan = { changes: [], dropped: [], asked: [] }
  const { changes } = plan
  const left: CallInput[] = []
  for (const input of from) {
    const same = byName.get(input.name)
    if (same !== undefined && fits(input, same)) place(input, same)
    else left.push(input)
  }
  // Where two could be the same by another name, what is required goes first.
  for (const input of left.toSorted((a, b) => Number(isNeeded(b)) - Number(isNeeded(a)))) {
    const renamed = to.find((other) => !taken.has(other) && isSameByAnotherName(input, other))
    if (renamed !== undefined) place(input, renamed)
    else {
      plan.dropped.push(input)
      changes.push({ kind: 'drop', name: path + input.name })
    }
  }
  for (const other of to) {
    if (taken.has(other) || !isNeeded(other)) continue
    plan.asked.push(other)
    changes.push({ kind: 'require', name: path + other.name })
  }
  return plan

  function place(input: CallInput, other: CallInput) {
    taken.add(other)
    const [name, to] = [path + input.name, path + other.name]
    if (name !== to) changes.push({ kind: 'rename', name, to })
    for (const reason of conversions(input, other)) changes.push({ kind: 'convert', name, to, reason })
    if (isNeeded(other) && !isNeeded(input)) changes.push({ kind: 'require', name: to })
    if (input.within && other.within) {
      changes.push(...planInputs(input.within, other.within, `${to}${other.isList ? '[]' : ''}.`).changes)
    }
  }
}

function isNeeded({ isRequired }: CallInput): boolean {
  return isRequired === true
}

/** What a call is about, rather than how it is to be done. */
function isSubject({ isRequired, medium }: CallInput): boolean {
  return isRequired === true && medium !== undefined
}

/** Whether a value of the one may stand for the other's, if need be after a conversion that loses nothing. */
function fits(one: CallInput, other: CallInput): boolean {
  if (one.medium !== other.medium && one.medium !== undefined && other.medium !== undefined) return false
  return shareKind(one, other)
}

function conversions(one: CallInput, other: CallInput): ('one' | 'list' | 'choices' | 'limits')[] {
  return [
    ...(one.isList === other.isList ? [] : [other.isList === true ? ('list' as const) : ('one' as const)]),
    ...(lacksChoice(one, other) ? ['choices' as const] : []),
    ...(isNarrower(one, other) ? ['limits' as const] : []),
  ]
}

/** Whether a value of the one may be none that the other offers. */
function lacksChoice({ kinds, choices }: CallInput, { choices: offered }: CallInput): boolean {
  if (offered === undefined) return false
  if (choices !== undefined) return choices.some((choice) => !offered.includes(choice))
  return kinds.includes('any') || offered.some((choice) => kinds.includes(typeof JSON.parse(choice)))
}

function isNarrower({ limits: mine = {} }: CallInput, { limits: theirs = {} }: CallInput): boolean {
  return (
    (theirs.minimum ?? -Infinity) > (mine.minimum ?? -Infinity) ||
    (theirs.maximum ?? Infinity) < (mine.maximum ?? Infinity) ||
    (theirs.maxLength ?? Infinity) < (mine.maxLength ?? Infinity) ||
    (theirs.maxItems ?? Infinity) < (mine.maxItems ?? Infinity)
  )
}
