import { expect, test } from 'vitest'
import { type NamedRelease, traceEndpoints } from './history.ts'
import { readRelease } from './readRelease.ts'

test('an endpoint that vanishes and returns is present in both releases', async () => {
  const releases = [
    await release('1', '{ a: string }'),
    await release('2'),
    await release('3', '{ a: string }'),
  ]
  const [history] = traceEndpoints(releases)
  expect(history?.presentIn.map(({ version }) => version)).toEqual(['1', '3'])
  expect(changesOf(releases)).toEqual(['1'])
})

test.each([
  ['a property is added', '{ a: string; b?: string }'],
  ['a property becomes optional', '{ a?: string }'],
  ['a type changes', '{ a: number }'],
  ['a choice is added', '{ a: "x" | "y" }', '{ a: "x" }'],
  [
    'a default changes',
    '{ /** Default value: `2` */ a?: number }',
    '{ /** Default value: `1` */ a?: number }',
  ],
  [
    'something deep inside changes',
    '{ a: Inner }; type Inner = { b: 1 }',
    '{ a: Inner }; type Inner = { b: 2 }',
  ],
])('it counts as a change when %s', async (_, after, before = '{ a: string }') => {
  expect(changesOf([await release('1', before), await release('2', after)])).toEqual(['1', '2'])
})

test.each([
  ['wording', '{ /** New words. */ a: string }', '{ /** Old words. */ a: string }'],
  ['order', '{ b: "y" | "x"; a: string }', '{ a: string; b: "x" | "y" }'],
  ['the name of a component', '{ a: New }; type New = { b: 1 }', '{ a: Old }; type Old = { b: 1 }'],
  ['an empty list as the default', '{ a?: Array<string> }', '{ /** Default value: `` */ a?: Array<string> }'],
  [
    'the description of files',
    '{ a: F }; type F = { url: string; width: number }',
    '{ a: F }; type F = { url: string }',
  ],
  ['a release that says any', 'any', '{ a: string }'],
  ['a first description', '{ a: string }', 'any'],
])('it is no change: %s', async (_, after, before) => {
  expect(changesOf([await release('1', before), await release('2', after)])).toHaveLength(1)
})

test('the latest schemas are those of the last release that describes the endpoint', async () => {
  const releases = [await release('1', '{ a: string }'), await release('2', 'any')]
  expect(traceEndpoints(releases)[0]?.latest.release.version).toBe('1')
})

test('a component that contains itself is compared too', async () => {
  const tree = '{ a: Tree }; type Tree = { leaves: Array<Tree>; size: number }'
  const other = '{ a: Tree }; type Tree = { leaves: Array<Tree>; size: string }'
  expect(changesOf([await release('1', tree), await release('2', tree), await release('3', other)])).toEqual([
    '1',
    '3',
  ])
})

/** A release with one endpoint of that input, or with none. */
async function release(version: string, input?: string): Promise<NamedRelease> {
  const types = (input ?? 'any').replaceAll('; type ', '; export type ')
  const map =
    input === undefined ? '{}' : `{ "owner/a": { input: ${input === 'any' ? 'any' : 'In'}; output: any } }`
  const source = `export type In = ${types}; export type EndpointTypeMap = ${map}`
  return { version, date: `2025-01-0${version}`, ...(await readRelease(source)) }
}

function changesOf(releases: NamedRelease[]) {
  return traceEndpoints(releases)[0]?.changes.map((change) => change.release.version)
}
