import { type Drawing, points, short } from './drawing.ts'
import { type Random, between, wholeBetween } from './random.ts'

/** A sound as upright bars; in motion it breathes. */
export function drawWaveform(random: Random, scope: string): Drawing {
  const count = 43
  const bursts = Array.from({ length: wholeBetween(random, 2, 4) }, () => ({
    at: between(random, 0.15, 0.85),
    width: between(random, 0.06, 0.18),
    height: between(random, 0.6, 1),
  }))
  const bars = ['', '', '', '', '']
  for (let i = 0; i < count; i++) {
    const at = i / (count - 1)
    const loud = Math.max(
      ...bursts.map(({ at: centre, width, height }) => height * Math.exp(-(((at - centre) / width) ** 2))),
    )
    const edge = Math.sin(Math.PI * at) ** 0.5
    const half = 5 + 96 * edge * (0.12 + 0.88 * loud) * between(random, 0.45, 1)
    const k = i % bars.length
    bars[k] = `${bars[k]}M${points((i - (count - 1) / 2) * 8.4, -half)}v${short(half * 2)}`
  }
  return {
    shapes: `<g transform="translate(320 200)" stroke="#fff" stroke-width="3.6" stroke-linecap="round">${bars.map((path, i) => `<path class="w" style="animation-delay:${short(-0.9 * i)}s" d="${path}"/>`).join('')}</g>`,
    motion: `#${scope} .w{animation:${scope}w 4.5s ease-in-out infinite}@keyframes ${scope}w{50%{transform:scaleY(.7)}}`,
  }
}
