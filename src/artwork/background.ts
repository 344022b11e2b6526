import { type Drawing, short } from './drawing.ts'
import type { Palette } from './palette.ts'
import { type Random, between, oneOf, signOf } from './random.ts'

/**
 * Soft lights in the palette's colours over all of the picture, 640 × 400 around the origin, in one of a few scenes,
 * each with brighter cores near the edge, and calm darkness behind the motif. `light` is the direction that the scene
 * faces, in radians.
 */
export function drawBackground(palette: Palette, light: number, random: Random, scope: string): Drawing {
  const side = signOf(random)
  const scene = oneOf(random, SCENES)
  const [lead, leadLit, second, secondLit] =
    random() < 0.55
      ? [palette.kind, palette.kindLit, palette.accent, palette.accentLit]
      : [palette.accent, palette.accentLit, palette.kind, palette.kindLit]
  const lights = [palette.bridge, lead, second, leadLit, secondLit, palette.spark].map((colour, i) => {
    const [turn, reach, along, across] = scene[i] ?? [0, 0, 0, 0]
    const place = light + side * turn + between(random, -0.2, 0.2)
    const x = short(320 * Math.cos(place) * reach, 0)
    const y = short(200 * Math.sin(place) * reach, 0)
    const rx = short(along * between(random, 0.9, 1.15), 0)
    const ry = short(across * between(random, 0.9, 1.15), 0)
    // Along is where the scene faces, so that flat lights lie beside each other.
    const angle = short((light * 180) / Math.PI + between(random, -9, 9), 0)
    return {
      gradient: soft(`${scope}${i}`, colour, i < 3 ? 1 : 0.82),
      shape: `<ellipse class="${i % 2 === 0 ? 'd' : 'e'}" rx="${rx}" ry="${ry}" fill="url(#${scope}${i})" transform="translate(${x} ${y})rotate(${angle})"/>`,
    }
  })
  const x = short(320 * Math.cos(light), 0)
  const y = short(200 * Math.sin(light), 0)
  const rings = [170, 250, 345].map(
    (radius) =>
      `<circle r="${short(radius * between(random, 0.93, 1.07), 0)}" opacity="${short(34 / radius, 2)}"/>`,
  )
  return {
    shapes:
      `<defs><linearGradient id="${scope}g" gradientUnits="userSpaceOnUse" x2="${x}" y2="${y}"><stop stop-color="${palette.ground}"/><stop offset="1" stop-color="${palette.deep}"/></linearGradient>` +
      lights.map(({ gradient }) => gradient).join('') +
      soft(`${scope}s`, palette.ground, 0.57) +
      `</defs><path fill="url(#${scope}g)" d="M-320-200h640v400h-640z"/>` +
      lights.map(({ shape }) => shape).join('') +
      `<g class="d" fill="none" stroke="#fff" transform="translate(${x} ${y})">${rings.join('')}</g>` +
      `<ellipse rx="300" ry="180" fill="url(#${scope}s)"/>`,
    motion:
      `#${scope} .d{animation:${scope}d 14s ease-in-out infinite alternate}#${scope} .e{animation:${scope}e 19s ease-in-out infinite alternate}` +
      `@keyframes ${scope}d{to{translate:${short(-36 * Math.cos(light), 0)}px ${short(-36 * Math.sin(light), 0)}px}}` +
      `@keyframes ${scope}e{to{translate:${short(-44 * Math.sin(light), 0)}px ${short(44 * Math.cos(light), 0)}px}}`,
  }
}

/** Turned from where the scene faces, in radians; share of the way to the edge; radius that way, and across. */
type Light = readonly [turn: number, reach: number, along: number, across: number]

/** The lights from the lowest to the topmost: bridge, lead, second, the cores of both, and the spark. */
const SCENES: readonly [Light[], ...Light[][]] = [
  // From two sides.
  [
    [1.2, 0.75, 290, 330],
    [0, 0.62, 300, 360],
    [2.4, 0.82, 250, 260],
    [0, 1.04, 190, 240],
    [2.4, 1.08, 130, 150],
    [-1.7, 1.1, 130, 150],
  ],
  // A dawn along one edge, and night over it.
  [
    [0, 0.7, 190, 520],
    [0, 0.95, 150, 480],
    [0.7, 1, 120, 300],
    [-0.35, 1.12, 90, 280],
    [0.75, 1.12, 80, 200],
    [-1, 1.1, 90, 130],
  ],
  // A glow behind the motif, darkness all around.
  [
    [3.1, 0.25, 270, 290],
    [0, 0.08, 230, 260],
    [0.5, 0.62, 160, 190],
    [-0.5, 0.68, 110, 120],
    [0.6, 0.9, 90, 110],
    [3, 0.85, 80, 100],
  ],
  // A beam through the picture.
  [
    [1.57, 0.4, 560, 150],
    [0, 0, 560, 110],
    [-1.57, 0.62, 480, 100],
    [0, 1, 300, 80],
    [-2.2, 1, 230, 70],
    [2.4, 1.05, 170, 80],
  ],
  // Daylight everywhere, one corner in shade.
  [
    [0, 0.2, 420, 430],
    [0.6, 0.7, 330, 340],
    [-1.1, 0.7, 300, 310],
    [0.7, 1.05, 200, 220],
    [-1.2, 1.05, 170, 200],
    [2, 1.05, 150, 150],
  ],
]

/** A radial gradient that ends without an edge. */
function soft(id: string, colour: string, strength: number): string {
  const stops = FADE.map(
    ([at, share]) =>
      `<stop ${at > 0 ? `offset="${short(at, 2)}" ` : ''}stop-color="${colour}${alphaOf(share * strength)}"/>`,
  )
  return `<radialGradient id="${id}">${stops.join('')}</radialGradient>`
}

/** How much of a light is left at which share of its radius: close to a bell curve. */
const FADE = [
  [0, 1],
  [0.3, 0.78],
  [0.65, 0.24],
  [1, 0],
] as const

function alphaOf(share: number): string {
  return Math.round(share * 255)
    .toString(16)
    .padStart(2, '0')
}
