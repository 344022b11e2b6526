import { type Drawing, short } from './drawing.ts'
import { type Random, between, signOf, wholeBetween } from './random.ts'

/** Pictures within pictures, each turned a little further; in motion the turn opens and closes. */
export function drawNestedFrames(random: Random, scope: string): Drawing {
  const count = wholeBetween(random, 7, 9)
  const twist = signOf(random) * between(random, 6, 12)
  const aspect = between(random, 0.95, 1.5)
  let shapes = ''
  for (let i = 0; i < count; i++) {
    const height = 210 * 0.82 ** i
    const width = height * aspect
    shapes +=
      `<g class="t"${i > 0 ? ` transform="rotate(${short(twist)})"` : ''}>` +
      `<rect x="${short(-width / 2)}" y="${short(-height / 2)}" width="${short(width)}" height="${short(height)}" rx="${short(height * 0.13)}" stroke-opacity="${short(0.3 + (0.7 * i) / count, 2)}"/>`
  }
  return {
    shapes: `<g transform="translate(320 200)rotate(${short(between(random, -30, 30))})" fill="#fff" fill-opacity=".04" stroke="#fff" stroke-width="1.8">${shapes}${'</g>'.repeat(count)}</g>`,
    motion: `#${scope} .t{animation:${scope}t 9s ease-in-out infinite alternate}@keyframes ${scope}t{to{rotate:${short(-twist * 0.8)}deg}}`,
  }
}
