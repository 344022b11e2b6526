import type { Motif } from './motif.ts'
import { hexOf } from './oklch.ts'
import { type Random, between, randomFrom } from './random.ts'

/** The colours of a model's artwork, as hex. */
export interface Palette {
  /** Where no light falls. */
  ground: string
  deep: string
  /** Of the kind of output, and the same in full light. */
  kind: string
  kindLit: string
  /** The one of the family's two accents that is in front, the same in full light, and the other in full light. */
  accent: string
  accentLit: string
  spark: string
  /** Between kind and accent, where mixing them would be grey. */
  bridge: string
}

/**
 * The kind of output gives the leading hue; the family bends it, adds two accents and decides how bright they are. The
 * model's own `random` turns all of them a little, chooses the accent that is in front, and the time of day.
 */
export function paletteOf(family: string, motif: Motif, random: Random): Palette {
  const { kind: kindHue, ground: groundHue, accents, turns, lift } = HUES[motif]
  const ofFamily = randomFrom(family)
  const bend = between(ofFamily, -6, 6)
  const mood = between(ofFamily, -0.03, 0.03)
  const first = foldInto(accents, between(ofFamily, 0, 360))
  const turn = between(random, -1, 1)
  const kind = kindHue + bend + turn * (turn < 0 ? -turns[0] : turns[1])
  const [front, back] = random() < 0.5 ? [first, acrossOf(accents, first)] : [acrossOf(accents, first), first]
  const accent = within(accents, front + turn * 25)
  // The broadest of the lights may be this one: it stays near, so that the kind is recognised.
  const broad = within([kind - 26, kind + 26], accent)
  // From night to day. The ground stays dark enough for white, and dusk is in between.
  const day = between(random, -1, 1)
  const lightness = mood + day * 0.035
  return {
    ground: hexOf(0.245 + mood * 0.6 + day * 0.085, 0.1 + day * 0.03, groundHue + bend + turn * 8),
    deep: hexOf(0.375 + mood * 0.6 + day * 0.1, 0.16, groundHue + bend + turn * 12),
    kind: hexOf(0.57 + lift + lightness, 0.24, kind),
    kindLit: hexOf(0.75 + lift + lightness, 0.17, kind + (accent - kind) * 0.12),
    accent: hexOf(0.6 + lightness, 0.22, broad),
    accentLit: hexOf(0.78 + lightness, 0.15, accent),
    spark: hexOf(0.76 + lightness, 0.17, within(accents, back + turn * 25)),
    bridge: hexOf(0.52 + lightness, 0.22, (kind + broad) / 2),
  }
}

interface Hues {
  kind: number
  /** Leans to red or blue, as shadows do: dark yellow would be mud. */
  ground: number
  /** The arc of hues that mix well with the kind's. */
  accents: [from: number, to: number]
  /** How far a model may turn the kind's hue either way, so that it stays clear of the neighbouring kinds'. */
  turns: [back: number, on: number]
  /** What the kind's hue needs in lightness to look like itself: dark gold is brown. */
  lift: number
}

/** OKLCH hues in degrees; an arc may reach past 0 or 360 so that it contains its kind. */
const HUES: { [motif in Motif]: Hues } = {
  image: { kind: 302, ground: 288, accents: [244, 375], turns: [-8, 25], lift: 0 },
  video: { kind: 28, ground: 8, accents: [-60, 57], turns: [-25, 12], lift: 0 },
  audio: { kind: 74, ground: 38, accents: [-30, 90], turns: [-12, 16], lift: 0.06 },
  '3d': { kind: 182, ground: 236, accents: [165, 275], turns: [-8, 20], lift: 0 },
  text: { kind: 252, ground: 268, accents: [190, 330], turns: [-25, 12], lift: 0 },
  training: { kind: 144, ground: 178, accents: [138, 230], turns: [-20, 6], lift: 0.02 },
}

/** The hue half an arc away, on the arc. */
function acrossOf([from, to]: [from: number, to: number], hue: number): number {
  return hue + (hue < (from + to) / 2 ? 1 : -1) * ((to - from) / 2)
}

function within([low, high]: [low: number, high: number], hue: number): number {
  return Math.max(low, Math.min(high, hue))
}

/** The hue itself if it lies on the arc; the rest of the circle is spread over the arc. */
function foldInto([from, to]: [from: number, to: number], hue: number): number {
  const past = (((hue - from) % 360) + 360) % 360
  const reach = to - from
  return from + (past <= reach ? past : (reach * (past - reach)) / (360 - reach))
}
