import { canonicalJson } from './canonicalJson.ts'
import { choicesOf } from './choicesOf.ts'
import type { Field, FieldType } from './field.ts'
import { typeInWords } from './typeInWords.ts'

/** One way in which a later schema differs from an earlier one. Wording and order are no difference. */
export type SchemaChange =
  /** `type` in words. */
  | { kind: 'added' | 'removed'; path: string; type: string; required: boolean }
  /** A property went and one much like it came: `before` is the path of the one that went. */
  | { kind: 'renamed'; path: string; before: string }
  /** In words, "or null" included. */
  | { kind: 'type'; path: string; before: string; after: string }
  | { kind: 'choices'; path: string; added: unknown[]; removed: unknown[] }
  /** Absent where there is no default, which may itself be null. */
  | { kind: 'default'; path: string; before?: unknown; after?: unknown }
  | { kind: 'required'; path: string; before: boolean; after: boolean }
  /** In words, as the reader gives them. */
  | { kind: 'limits'; path: string; before: string[]; after: string[] }

/**
 * What changed from one reading of a schema to another, in the order of the later one; paths are those of the later one,
 * except of what is only in the earlier. Ends also on schemas that contain themselves or multiply without end.
 */
export function compareSchemas(before: Field, after: Field): SchemaChange[] {
  const changes: SchemaChange[] = []
  let left = COMPARISONS_AT_MOST
  compare(before, after)
  return changes

  function compare(before: Field, after: Field) {
    left -= 1
    if (left < 0) return
    const { path } = after
    compareTypes(before, after)
    if (!isSameValue(before.default, after.default)) {
      changes.push({
        kind: 'default',
        path,
        ...(before.default && { before: before.default.value }),
        ...(after.default && { after: after.default.value }),
      })
    }
    if (before.isRequired !== after.isRequired) {
      changes.push({ kind: 'required', path, before: before.isRequired, after: after.isRequired })
    }
    if (!isSameValue(before.limits, after.limits)) {
      changes.push({ kind: 'limits', path, before: before.limits, after: after.limits })
    }
    compareParts(before.type, after.type)
  }

  function compareTypes(before: Field, after: Field) {
    const { path } = after
    if (!isSameType(before.type, after.type) || before.isNullable !== after.isNullable) {
      const words = { before: inWords(before), after: inWords(after) }
      // The address of a picture is one, whether or not its format says so.
      if (words.before !== words.after) changes.push({ kind: 'type', path, ...words })
    }
    const [old, current] = [choicesOf(before.type), choicesOf(after.type)]
    if (old === undefined || current === undefined) return
    const added = valuesMissingIn(old, current)
    const removed = valuesMissingIn(current, old)
    if (added.length > 0 || removed.length > 0) changes.push({ kind: 'choices', path, added, removed })
  }

  function compareParts(before: FieldType, after: FieldType) {
    if (before.kind === 'object' && after.kind === 'object') {
      const repeats = before.recursesTo !== undefined || after.recursesTo !== undefined
      if (!repeats) compareProperties(before.readFields(), after.readFields())
    } else if (before.kind === 'list' && after.kind === 'list') compare(before.item, after.item)
    else if (before.kind === 'map' && after.kind === 'map') compare(before.value, after.value)
    else if (before.kind === 'tuple' && after.kind === 'tuple') comparePairs(before.items, after.items)
    else if (before.kind === 'union' && after.kind === 'union') {
      // The choices of a union are compared with its type.
      comparePairs(before.branches.filter(isNoChoice), after.branches.filter(isNoChoice))
    }
  }

  function comparePairs(before: Field[], after: Field[]) {
    for (const [old, current] of pairByName(before, after)) compare(old, current)
  }

  function compareProperties(before: Field[], after: Field[]) {
    const pairs = pairByName(before, after)
    const gone = new Set(before.filter((field) => !pairs.some(([old]) => old === field)))
    const known = new Map(pairs.map(([old, current]) => [current, old]))
    for (const current of after) {
      const old = known.get(current) ?? [...gone].find((candidate) => looksRenamed(candidate, current))
      if (old === undefined) {
        changes.push({ kind: 'added', path: current.path, ...describe(current) })
        continue
      }
      if (gone.delete(old)) changes.push({ kind: 'renamed', path: current.path, before: old.path })
      compare(old, current)
    }
    for (const old of gone) changes.push({ kind: 'removed', path: old.path, ...describe(old) })
  }
}

/** Far above any real pair of documents, below what hostile ones multiply to. */
const COMPARISONS_AT_MOST = 5_000

function pairByName(before: Field[], after: Field[]): [before: Field, after: Field][] {
  const named = new Map(before.map((field) => [field.name, field]))
  return after.flatMap((current) => {
    const old = named.get(current.name)
    return old === undefined ? [] : [[old, current] as [Field, Field]]
  })
}

/** At least half of the words in both names are the same, and so is the type, but for one or several of it. */
function looksRenamed(before: Field, after: Field): boolean {
  const [old, current] = [wordsOf(before.name), wordsOf(after.name)]
  const shared = [...old].filter((word) => current.has(word)).length
  return 2 * shared >= new Set([...old, ...current]).size && isSameType(single(before), single(after))
}

function wordsOf(name: string): Set<string> {
  return new Set(
    name
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .map((word) => word.replace(/s$/, '')),
  )
}

function single({ type }: Field): FieldType {
  return type.kind === 'list' ? type.item.type : type
}

/** Whether two types are one at first sight; what is inside of them is compared by itself. */
function isSameType(before: FieldType, after: FieldType): boolean {
  if (before.kind === 'union' && after.kind === 'union') {
    const names = ({ branches }: typeof before) => branches.map(({ name }) => name).sort()
    return isSameValue(names(before), names(after))
  }
  if (before.kind === 'tuple' && after.kind === 'tuple') return before.items.length === after.items.length
  if (before.kind === 'choice' && after.kind === 'choice') return before.isOpen === after.isOpen
  return before.kind === after.kind && formatOf(before) === formatOf(after)
}

function formatOf(type: FieldType): string | undefined {
  return 'format' in type ? type.format : undefined
}

function isNoChoice({ type }: Field): boolean {
  return type.kind !== 'choice'
}

function valuesMissingIn(known: unknown[], values: unknown[]): unknown[] {
  const texts = new Set(known.map(canonicalJson))
  return values.filter((value) => !texts.has(canonicalJson(value)))
}

function describe(field: Field) {
  return { type: inWords(field), required: field.isRequired }
}

function inWords(field: Field): string {
  const { type, isNullable } = field
  const isConstant = type.kind === 'choice' && type.values.length === 1 && !type.isOpen
  const words = isConstant ? `constant ${JSON.stringify(type.values[0])}` : typeInWords(field)
  return isNullable ? `${words} or null` : words
}

function isSameValue(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other)
}
