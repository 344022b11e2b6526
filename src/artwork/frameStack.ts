import { type Drawing, short } from './drawing.ts'
import { type Random, between, signOf, wholeBetween } from './random.ts'

/** A film's frames one behind another, the first of them ready to play. */
export function drawFrameStack(random: Random, scope: string): Drawing {
  const count = wholeBetween(random, 8, 10)
  const stepX = signOf(random) * between(random, 11, 16)
  const stepY = signOf(random) * between(random, 4, 8)
  const width = 236
  const height = 148
  let shapes = ''
  for (let i = count - 1; i >= 0; i--) {
    const scale = 0.965 ** i
    const w = width * scale
    const h = height * scale
    shapes += `<rect class="f" style="animation-delay:${short(-0.25 * (count - i), 2)}s" x="${short(i * stepX - w / 2)}" y="${short(i * stepY - h / 2)}" width="${short(w)}" height="${short(h)}" rx="14" stroke-opacity="${short(0.85 * 0.78 ** i, 2)}"/>`
  }
  return {
    shapes:
      `<g transform="translate(${short(320 - (stepX * count) / 2.4)} ${short(200 - (stepY * count) / 2.4)})" fill="#fff" fill-opacity=".04" stroke="#fff" stroke-width="2">${shapes}` +
      `<path d="M-16-23v46l40-23z" fill-opacity="1" stroke-width="5" stroke-linejoin="round"/></g>`,
    motion: `#${scope} .f{animation:${scope}f 5s ease-in-out infinite}@keyframes ${scope}f{50%{translate:0 6px}}`,
  }
}
