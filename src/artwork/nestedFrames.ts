import { type Drawing, short } from './drawing.ts'
import { type Random, between, signOf, wholeBetween } from './random.ts'

const INNERMOST = 58

/** A picture in frames, each turned a little further than the one inside it; in motion the turn opens and closes. */
export function drawNestedFrames(random: Random, scope: string): Drawing {
  const growth = between(random, 1.22, 1.32)
  const twist = signOf(random) * between(random, 5, 11)
  const aspect = between(random, 0.95, 1.5)
  const count = wholeBetween(random, 8, 9)
  let frames = ''
  for (let i = 0; i < count; i++) {
    const height = INNERMOST * growth ** i
    const width = height * aspect
    // The outermost frames lie half outside the picture, where they are only a hint.
    const opacity = 0.95 * (1 - i / count) ** 1.1
    frames +=
      (i === 0 ? '<g>' : `<g class="t" transform="rotate(${short(twist)})">`) +
      `<rect x="${short(-width / 2)}" y="${short(-height / 2)}" width="${short(width)}" height="${short(height)}" rx="${short(height * 0.12)}" stroke-opacity="${short(opacity, 2)}"/>`
  }
  const half = (INNERMOST * aspect) / 2 - 9
  const sun = signOf(random)
  return {
    shapes:
      `<g fill="#fff" fill-opacity=".03" stroke-width="2">${frames}${'</g>'.repeat(count)}` +
      `<g fill="#fff" stroke="none"><circle cx="${short(sun * half * 0.5)}" cy="-9" r="5.5" fill-opacity="1"/>` +
      `<path d="M${short(-half)} 20L${short(-sun * half * 0.35)}-4L${short(sun * half * 0.2)} 11L${short(sun * half * 0.5)} 5L${short(half)} 20z" fill-opacity=".92" stroke-linejoin="round"/></g></g>`,
    motion: `#${scope} .t{animation:${scope}t 10s ease-in-out infinite alternate}@keyframes ${scope}t{to{rotate:${short(-twist * 0.9)}deg}}`,
  }
}
