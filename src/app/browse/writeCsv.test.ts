import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Model } from '#contract/models.ts'
import { modelForTest } from './modelForTest.ts'
import { writeCsv } from './writeCsv.ts'

test('a head with the names of the wire, then a line for each model', () => {
  const csv = writeCsv([
    {
      ...named('fal-ai/flux/dev', 'FLUX.1 [dev]', 'Fast, "good" images.\nAnd more'),
      signature: { takes: ['text', 'image'], returns: ['image'], required_inputs: 1, optional_inputs: 8 },
    },
    { endpoint_id: 'a/bare' },
  ])
  expect(csv).toBe(
    [
      'endpoint_id,display_name,category,takes,returns,required_inputs,optional_inputs,status,date,updated_at,group,kind,license_type,tags,description,model_url',
      'fal-ai/flux/dev,FLUX.1 [dev],text-to-image,text; image,image,1,8,active,2025-01-01,2026-04-22,,,,a; b,"Fast, ""good"" images.\nAnd more",https://example.com/m',
      'a/bare,,,,,,,,,,,,,,,',
      '',
    ].join('\r\n'),
  )
})

test.each([
  '=1+1',
  '+1',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =cmd|x',
  '＝1',
  '\u200b=1',
  '=HYPERLINK("http://evil")',
])('%j is shown, not run', (text) => {
  expect(cells(writeCsv([named('a/b', text, '')]))[1]?.[1]).toBe(`'${text}`)
})

test('whatever stands in a field, a reader of RFC 4180 finds it there, and nothing that runs', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[=+@",;\r\n\t' -]{0,8}$/))
  fc.assert(
    fc.property(text, text, (name, description) => {
      const [, line = []] = cells(writeCsv([named('a/b', name, description)]))
      expect(line).toHaveLength(16)
      for (const [place, wanted] of [
        [1, name],
        [14, description],
      ] as const) {
        expect([wanted, `'${wanted}`]).toContain(line[place])
        expect(line[place]).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@]/u)
      }
    }),
  )
})

function named(endpoint_id: string, display_name: string, description: string): Model {
  return modelForTest(endpoint_id, { display_name, description })
}

/** A strict reader of RFC 4180. */
function cells(csv: string): string[][] {
  const lines: string[][] = [[]]
  let rest = csv
  while (rest !== '') {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest)
    const plain = /^[^",\r\n]*/.exec(rest)
    const text = quoted ? (quoted[1] ?? '').replaceAll('""', '"') : (plain?.[0] ?? '')
    lines.at(-1)?.push(text)
    rest = rest.slice(quoted ? quoted[0].length : text.length)
    if (rest.startsWith(',')) rest = rest.slice(1)
    else if (rest.startsWith('\r\n')) {
      rest = rest.slice(2)
      if (rest !== '') lines.push([])
    } else throw new Error(`Not RFC 4180 at ${JSON.stringify(rest.slice(0, 20))}`)
  }
  return lines
}
