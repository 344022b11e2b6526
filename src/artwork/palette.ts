import type { Motif } from './motif.ts'
import { hexOf } from './oklch.ts'
import { between, randomFrom } from './random.ts'

/** The colours of a family's artwork, as hex. */
export interface Palette {
  /** Where no light falls. */
  ground: string
  deep: string
  /** Of the kind of output, and the same in full light. */
  kind: string
  kindLit: string
  /** Of the family, and the same in full light. */
  accent: string
  accentLit: string
  /** Between the two, where mixing them would be grey. */
  bridge: string
}

/** The kind of output gives the leading hue; the family bends it, adds its accent and decides how bright it is. */
export function paletteOf(family: string, motif: Motif): Palette {
  const random = randomFrom(family)
  const { kind: kindHue, ground: groundHue, accents, lift } = HUES[motif]
  const bend = between(random, -9, 9)
  const mood = between(random, -0.035, 0.035)
  const kind = kindHue + bend
  const accent = foldInto(accents, between(random, 0, 360))
  const bridge = (kind + accent) / 2
  return {
    ground: hexOf(0.25 + mood, 0.1, groundHue + bend),
    deep: hexOf(0.38 + mood, 0.16, groundHue + bend),
    kind: hexOf(0.58 + lift + mood, 0.24, kind),
    kindLit: hexOf(0.76 + lift + mood, 0.17, kind + (accent - kind) * 0.12),
    accent: hexOf(0.62 + mood, 0.22, accent),
    accentLit: hexOf(0.79 + mood, 0.15, accent),
    bridge: hexOf(0.52 + mood, 0.22, bridge),
  }
}

interface Hues {
  kind: number
  /** Leans to red or blue, as shadows do: dark yellow would be mud. */
  ground: number
  /** The arc of hues that mix well with the kind's. */
  accents: [from: number, to: number]
  /** What the kind's hue needs in lightness to look like itself: dark gold is brown. */
  lift: number
}

/** OKLCH hues in degrees; an arc may reach past 0 or 360 so that it contains its kind. */
const HUES: { [motif in Motif]: Hues } = {
  image: { kind: 300, ground: 284, accents: [205, 400], lift: 0 },
  video: { kind: 28, ground: 8, accents: [-85, 82], lift: 0 },
  audio: { kind: 74, ground: 38, accents: [-55, 100], lift: 0.07 },
  '3d': { kind: 180, ground: 236, accents: [140, 300], lift: 0 },
  text: { kind: 252, ground: 268, accents: [165, 355], lift: 0 },
  training: { kind: 146, ground: 178, accents: [118, 255], lift: 0.02 },
}

/** The hue itself if it lies on the arc; the rest of the circle is spread over the arc. */
function foldInto([from, to]: [from: number, to: number], hue: number): number {
  const past = (((hue - from) % 360) + 360) % 360
  const reach = to - from
  return from + (past <= reach ? past : (reach * (past - reach)) / (360 - reach))
}
