import type { Motif } from './motif.ts'
import { hexOf } from './oklch.ts'
import { between, randomFrom } from './random.ts'

/** Colours of a family's artwork, as hex, from the darkest to the lightest. */
export interface Palette {
  ground: string
  deep: string
  kind: string
  bridge: string
  accent: string
  glow: string
}

/** OKLCH hues in degrees. The ground leans to red or blue, as shadows do: a dark yellow would be mud. */
const HUES: { [motif in Motif]: { kind: number; ground: number } } = {
  image: { kind: 300, ground: 284 },
  video: { kind: 28, ground: 10 },
  audio: { kind: 78, ground: 44 },
  '3d': { kind: 175, ground: 208 },
  text: { kind: 252, ground: 268 },
  training: { kind: 145, ground: 160 },
}

/** The kind of output gives the leading hue, the family bends it and adds an accent that all its members share. */
export function paletteOf(family: string, motif: Motif): Palette {
  const random = randomFrom(family)
  const accent = between(random, 0, 360)
  const bend = between(random, -12, 12)
  const mood = between(random, -0.03, 0.03)
  const hues = HUES[motif]
  const kind = hues.kind + bend
  const bridge = kind + turnBetween(kind, accent) / 2
  return {
    ground: hexOf(0.27 + mood, 0.1, hues.ground + bend),
    deep: hexOf(0.4 + mood, 0.15, hues.ground + bend),
    kind: hexOf(0.6 + mood, 0.2, kind),
    bridge: hexOf(0.54 + mood, 0.18, bridge),
    accent: hexOf(0.66 + mood, 0.18, accent),
    glow: hexOf(0.8, 0.12, kind + turnBetween(kind, accent) / 4),
  }
}

/** The shortest way from one hue to another, -180 to 180 degrees. */
function turnBetween(from: number, to: number): number {
  return ((((to - from) % 360) + 540) % 360) - 180
}
