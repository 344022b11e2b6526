import type { CallChange } from '#contract/alternatives.ts'
import { type CallInput, shareKind } from './callInput.ts'
import { isSameByAnotherName } from './isSameByAnotherName.ts'

/**
 * What has to change in a call of the one model so that the other takes it. Undefined when the other has no place for a
 * text or file that the one requires, or requires one of its own: then it does something else.
 */
export function planCall(from: readonly CallInput[], to: readonly CallInput[]): CallChange[] | undefined {
  const byName = new Map(to.map((input) => [input.name, input]))
  const taken = new Set<CallInput>()
  const changes: CallChange[] = []
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
    else if (isSubject(input)) return undefined
    else changes.push({ kind: 'drop', name: input.name })
  }
  for (const other of to) {
    if (taken.has(other) || !isNeeded(other)) continue
    if (isSubject(other)) return undefined
    changes.push({ kind: 'require', name: other.name })
  }
  return changes

  function place(input: CallInput, other: CallInput) {
    taken.add(other)
    if (input.name !== other.name) changes.push({ kind: 'rename', name: input.name, to: other.name })
    const reason = conversion(input, other)
    if (reason !== undefined) changes.push({ kind: 'convert', name: input.name, to: other.name, reason })
    if (isNeeded(other) && !isNeeded(input)) changes.push({ kind: 'require', name: other.name })
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

function conversion(one: CallInput, other: CallInput): 'one' | 'list' | 'choices' | 'limits' | undefined {
  if (one.isList !== other.isList) return other.isList === true ? 'list' : 'one'
  if (lacksChoice(one, other)) return 'choices'
  return isNarrower(one, other) ? 'limits' : undefined
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
