import { expect, test } from 'vitest'
import { type Motif, drawArtwork } from './drawArtwork.ts'

const MOTIFS: Motif[] = ['image', 'video', 'audio', '3d', 'text', 'training']
const HOSTILE = [
  '"><script>alert(1)</script>',
  "' onload='x",
  '&amp;<![CDATA[',
  '</style>',
  '🦊\u0000\uD800',
  '',
  '../../x',
]

test('the same model always looks the same', () => {
  for (const model of models(3)) expect(drawBoth(model)).toEqual(drawBoth({ ...model }))
})

test('every picture is well-formed, under 6 kB and of fewer than 120 elements', () => {
  for (const svg of models(60).flatMap(drawBoth)) {
    expect(elementsOf(svg).length).toBeLessThan(120)
    expect(new TextEncoder().encode(svg).length).toBeLessThan(6000)
    expect(svg).not.toMatch(/NaN|undefined|Infinity|e[-+]\d/)
  }
})

test('no picture runs, fetches or blurs anything', () => {
  for (const svg of models(20).flatMap(drawBoth)) {
    expect(svg).not.toMatch(/<script|filter|href=|<image|<use|foreignObject|\son\w+=|@import|url\((?!#)/)
  }
})

test('hostile ids and families give a picture like any other', () => {
  for (const text of HOSTILE) {
    for (const svg of MOTIFS.flatMap((motif) => drawBoth(modelOf(motif, text, text)))) {
      elementsOf(svg).forEach((name) => expect(ELEMENTS).toContain(name))
      expect(svg).toMatch(/^[\x20-\x7e]+$/)
    }
  }
})

test('no two of many siblings look alike', () => {
  for (const motif of MOTIFS) {
    const siblings = Array.from({ length: 200 }, (_, i) =>
      shapesOf(modelOf(motif, 'flux', `fal-ai/flux/${i}`)),
    )
    expect(new Set(siblings).size).toBe(200)
  }
})

test('siblings are composed differently, not only of other numbers', () => {
  for (const [motif, compositions] of Object.entries(COMPOSITIONS)) {
    const siblings = Array.from({ length: 24 }, (_, i) =>
      shapesOf(modelOf(motif as Motif, 'flux', `fal-ai/flux/${i}`)).replaceAll(
        /[-\d.a-z]*\d[-\d. a-z]*/gi,
        '#',
      ),
    )
    expect(`${motif} ${new Set(siblings).size >= compositions}`).toBe(`${motif} true`)
  }
})

test('the motifs of one model differ', () => {
  expect(new Set(MOTIFS.map((motif) => shapesOf(modelOf(motif, 'flux', 'fal-ai/flux')))).size).toBe(
    MOTIFS.length,
  )
})

test('the animated picture is the still one with a style that reduced motion switches off', () => {
  for (const model of models(3)) {
    const [still, animated] = drawBoth(model)
    expect(still).not.toContain('<style')
    expect(animated?.replace(/<style>.*<\/style>/, '')).toBe(still)
    expect(animated).toMatch(/@keyframes/)
    expect(animated).toContain('@media (prefers-reduced-motion: reduce)')
  }
})

test('every gradient that is painted with is defined, and every name is the picture’s own', () => {
  for (const model of models(5)) {
    const [, svg = ''] = drawBoth(model)
    const defined = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    const painted = [...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id)
    expect(defined).toEqual(expect.arrayContaining(painted))
    expect(new Set(defined).size).toBe(defined.length)
    const moved = [...svg.matchAll(/animation:(\w+) /g)].map(([, name]) => name)
    const told = [...svg.matchAll(/@keyframes (\w+)/g)].map(([, name]) => name)
    expect(told).toEqual(expect.arrayContaining(moved))
    expect([...defined, ...told].every((name) => name?.startsWith(defined[0] ?? '?'))).toBe(true)
  }
})

/** How many ways of drawing a motif are seen among 24 siblings, at least. */
const COMPOSITIONS: { [motif in Motif]: number } = {
  image: 5,
  video: 4,
  audio: 3,
  '3d': 2,
  text: 3,
  training: 3,
}

const ELEMENTS = [
  'svg',
  'style',
  'defs',
  'linearGradient',
  'radialGradient',
  'stop',
  'g',
  'path',
  'rect',
  'circle',
  'ellipse',
]

type Model = Parameters<typeof drawArtwork>[0]

function modelOf(motif: Motif, family: string, endpointId: string): Model {
  return { motif, family, endpointId }
}

function models(ofEachMotif: number): Model[] {
  return MOTIFS.flatMap((motif) =>
    Array.from({ length: ofEachMotif }, (_, i) =>
      modelOf(motif, `family-${i % 7}`, `owner/family-${i % 7}/v${i}/${motif}`),
    ),
  )
}

function drawBoth(model: Model): string[] {
  return [drawArtwork(model, { animated: false }), drawArtwork(model, { animated: true })]
}

/** What is drawn, without the names that differ anyway. */
function shapesOf(model: Model): string {
  const svg = drawArtwork(model, { animated: false })
  const scope = / id="([^"]+)"/.exec(svg)?.[1] ?? ''
  return svg.replaceAll(scope, '')
}

/** The names of a document's elements. Throws when they do not nest or an attribute is not written as XML wants. */
function elementsOf(svg: string): string[] {
  const names: string[] = []
  const open: string[] = []
  const rest = svg.replaceAll(
    /<(\/?)([A-Za-z]+)((?: [\w-]+="[^"<&]*")*)(\/?)>([^<&]*)/g,
    (_, closing, name, attributes, empty) => {
      if (closing === '/') {
        if (open.pop() !== name) throw new Error(`</${name}> closes nothing`)
        return ''
      }
      const given = [...String(attributes).matchAll(/ ([\w-]+)=/g)].map(([, attribute]) => attribute)
      if (new Set(given).size < given.length) throw new Error(`<${name}> has an attribute twice`)
      names.push(name)
      if (empty !== '/') open.push(name)
      return ''
    },
  )
  if (rest !== '' || open.length > 0) throw new Error(`not well-formed: ${rest} ${open.join()}`)
  return names
}
