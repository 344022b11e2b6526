import { type Drawing, short } from './drawing.ts'
import type { Palette } from './palette.ts'
import { type Random, between, signOf } from './random.ts'

/**
 * Soft lights in the palette's colours over all of the picture, 640 × 400 around the origin: the kind's from one
 * side, the family's from another, each with a brighter core near the edge, and calm darkness behind the motif.
 * `light` is the direction of the first, in radians.
 */
export function drawBackground(palette: Palette, light: number, random: Random, scope: string): Drawing {
  const across = light + signOf(random) * between(random, 1.9, 2.9)
  const lights = [
    { colour: palette.bridge, angle: (light + across) / 2, reach: 0.75, size: 310, strength: 1 },
    { colour: palette.kind, angle: light, reach: 0.62, size: 350, strength: 1 },
    { colour: palette.accent, angle: across, reach: 0.8, size: 270, strength: 1 },
    { colour: palette.kindLit, angle: light, reach: 1.04, size: 230, strength: 0.85 },
    { colour: palette.accentLit, angle: across, reach: 1.08, size: 150, strength: 0.8 },
  ].map(({ colour, angle, reach, size, strength }, i) => {
    const place = angle + between(random, -0.25, 0.25)
    const x = short(320 * Math.cos(place) * reach, 0)
    const y = short(200 * Math.sin(place) * reach, 0)
    const rx = short(size * between(random, 1, 1.3), 0)
    const ry = short(size * between(random, 0.7, 0.9), 0)
    const turn = short(between(random, -35, 35), 0)
    return {
      gradient: soft(`${scope}${i}`, colour, strength),
      shape: `<ellipse class="${i % 2 === 0 ? 'd' : 'e'}" rx="${rx}" ry="${ry}" fill="url(#${scope}${i})" transform="translate(${x} ${y})rotate(${turn})"/>`,
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
      soft(`${scope}s`, palette.ground, 0.5) +
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
