import { expect, test } from 'vitest'
import type { Motif } from './motif.ts'
import { type Palette, paletteOf } from './palette.ts'
import { randomFrom } from './random.ts'

/** The hues of the dots beside the categories. */
const KIND_HUES: { [motif in Motif]: number } = {
  image: 300,
  video: 28,
  audio: 78,
  '3d': 175,
  text: 252,
  training: 145,
}
const MOTIFS = Object.keys(KIND_HUES) as Motif[]
const FAMILIES = ['flux.2', 'wan', 'kling', 'veo', 'ltx', 'qwen']

test('siblings are kin: the kind’s hue is within 25° of the middle, and the same two accents are there, one or the other in front', () => {
  for (const motif of MOTIFS) {
    for (const family of FAMILIES) {
      const kinds = siblings(family, motif).map(({ kind }) => hueOf(kind))
      expect(spreadOf(kinds)).toBeLessThan(51)
      const pairs = siblings(family, motif).map(({ accentLit, spark }) => [hueOf(accentLit), hueOf(spark)])
      const [first = 0] = pairs[0] ?? []
      const sameFirst = pairs.map(([main = 0, other = 0]) =>
        Math.min(Math.abs(turnOf(main, first)), Math.abs(turnOf(other, first))),
      )
      expect(Math.max(...sameFirst)).toBeLessThan(56)
    }
  }
})

test('siblings are told apart: by hue, by how light they are and by which accent is in front', () => {
  for (const motif of MOTIFS) {
    for (const family of FAMILIES) {
      const palettes = siblings(family, motif)
      expect(spreadOf(palettes.map(({ kind }) => hueOf(kind)))).toBeGreaterThan(12)
      const grounds = palettes.map(({ ground }) => luminanceOf(ground))
      expect(Math.max(...grounds) / Math.min(...grounds)).toBeGreaterThan(3)
      expect(spreadOf(palettes.map(({ accentLit }) => hueOf(accentLit)))).toBeGreaterThan(40)
    }
  }
})

test('a kind’s hue is always nearer to its own dot than to another’s', () => {
  for (const motif of MOTIFS) {
    for (const { kind } of FAMILIES.flatMap((family) => siblings(family, motif))) {
      const nearest = MOTIFS.toSorted(
        (a, b) => Math.abs(turnOf(hueOf(kind), KIND_HUES[a])) - Math.abs(turnOf(hueOf(kind), KIND_HUES[b])),
      )[0]
      expect(`${motif} ${kind}: ${nearest}`).toBe(`${motif} ${kind}: ${motif}`)
    }
  }
})

test('white is read on the ground like text, and on the lights like large text once they are half in shade', () => {
  for (const motif of MOTIFS) {
    for (const palette of FAMILIES.flatMap((family) => siblings(family, motif))) {
      expect(1.05 / (luminanceOf(palette.ground) + 0.05)).toBeGreaterThan(7)
      expect(1.05 / (luminanceOf(palette.deep) + 0.05)).toBeGreaterThan(4.5)
      for (const colour of [palette.kind, palette.accent, palette.bridge]) {
        const shaded = (luminanceOf(colour) + luminanceOf(palette.ground)) / 2
        expect(1.05 / (shaded + 0.05)).toBeGreaterThan(3)
      }
    }
  }
})

function siblings(family: string, motif: Motif): Palette[] {
  return Array.from({ length: 48 }, (_, i) => paletteOf(family, motif, randomFrom(`owner/${family}/${i}`)))
}

/** How far apart the outermost of some hues are that lie on half the circle, in degrees. */
function spreadOf(hues: number[]): number {
  const turns = hues.map((hue) => turnOf(hue, hues[0] ?? 0))
  return Math.max(...turns) - Math.min(...turns)
}

/** From one hue to another the short way, -180 to 180. */
function turnOf(hue: number, from: number): number {
  return ((((hue - from) % 360) + 540) % 360) - 180
}

function linearOf(hex: string): [number, number, number] {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const level = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4
  })
  return [r, g, b]
}

/** WCAG's relative luminance. */
function luminanceOf(hex: string): number {
  const [r, g, b] = linearOf(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** OKLCH's hue in degrees. */
function hueOf(hex: string): number {
  const [r, g, b] = linearOf(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  return (Math.atan2(0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s, a) * 180) / Math.PI
}
