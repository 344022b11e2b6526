import { type Drawing, points, short } from './drawing.ts'
import type { Palette } from './palette.ts'
import { type Random, between, signOf } from './random.ts'

/** Soft light in the palette's colours over all of the 640 × 400 picture, darker behind the motif. */
export function drawBackground(palette: Palette, random: Random, scope: string): Drawing {
  const start = between(random, 0, 360)
  const way = signOf(random)
  const lights = [palette.kind, palette.accent, palette.bridge, palette.glow].map((colour, i) => {
    const angle = ((start + way * (i * 92 + between(random, -22, 22))) * Math.PI) / 180
    const reach = i === 3 ? 0.78 : between(random, 0.45, 0.75)
    const x = 320 + Math.cos(angle) * 320 * reach
    const y = 200 + Math.sin(angle) * 200 * reach
    const size = i === 3 ? between(random, 150, 210) : between(random, 280, 360)
    return {
      gradient: soft(`${scope}${i}`, colour, i === 3 ? 0.7 : 1),
      shape: `<ellipse class="d${i % 2}" rx="${short(size * between(random, 1, 1.35))}" ry="${short(size * 0.82)}" fill="url(#${scope}${i})" transform="translate(${points(x, y)})rotate(${short(between(random, -40, 40))})"/>`,
    }
  })
  const tilt = between(random, 0, 90)
  return {
    shapes:
      `<defs><linearGradient id="${scope}g" gradientTransform="rotate(${short(tilt)} .5 .5)"><stop stop-color="${palette.ground}"/><stop offset="1" stop-color="${palette.deep}"/></linearGradient>` +
      lights.map((light) => light.gradient).join('') +
      soft(`${scope}s`, palette.ground, 0.5) +
      `</defs><path fill="url(#${scope}g)" d="M0 0h640v400H0z"/>` +
      lights.map((light) => light.shape).join('') +
      `<ellipse cx="320" cy="200" rx="300" ry="190" fill="url(#${scope}s)"/>`,
    motion:
      `#${scope} .d0{animation:${scope}d 16s ease-in-out infinite alternate}#${scope} .d1{animation:${scope}d 21s ease-in-out infinite alternate-reverse}` +
      `@keyframes ${scope}d{to{translate:26px -18px}}`,
  }
}

/** A radial gradient that ends without an edge. */
function soft(id: string, colour: string, strength: number): string {
  const stops = [
    [0, 1],
    [0.3, 0.78],
    [0.65, 0.24],
    [1, 0],
  ] as const
  return `<radialGradient id="${id}">${stops.map(([at, share]) => `<stop offset="${short(at, 2)}" stop-color="${colour}${alphaOf(share * strength)}"/>`).join('')}</radialGradient>`
}

function alphaOf(share: number): string {
  return Math.round(share * 255)
    .toString(16)
    .padStart(2, '0')
}
