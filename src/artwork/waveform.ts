import { type Drawing, points, short, wholePoints } from './drawing.ts'
import { type Random, between, wholeBetween } from './random.ts'

const HALF_WIDTH = 204

/** A sound as upright bars inside its envelope; in motion it breathes. */
export function drawWaveform(random: Random, scope: string): Drawing {
  const count = wholeBetween(random, 35, 53)
  const spacing = (2 * HALF_WIDTH) / (count - 1)
  const loudness = loudnessOf(random)
  const groups = ['', '', '', '', '']
  for (let i = 0; i < count; i++) {
    const half = 4 + 120 * loudness(i / (count - 1)) * between(random, 0.42, 1)
    const group = i % groups.length
    groups[group] = `${groups[group]}M${points(i * spacing - HALF_WIDTH, -half)}v${short(half * 2)}`
  }
  return {
    shapes:
      `<path d="${envelope(loudness, -1)}${envelope(loudness, 1)}M-320 0h640" stroke-opacity=".28" stroke-width="1.5"/>` +
      `<g stroke-width="${short(spacing * 0.47)}" stroke-linecap="round">${groups.map((bars, i) => `<path class="w" style="animation-delay:${short(i * 0.7)}s" d="${bars}"/>`).join('')}</g>`,
    motion: `#${scope} .w{animation:${scope}w 5s ease-in-out infinite}@keyframes ${scope}w{50%{transform:scaleY(.6)}}`,
  }
}

/** How loud it is, from 0 to 1, at which share of the sound. */
function loudnessOf(random: Random): (at: number) => number {
  const bursts = Array.from({ length: wholeBetween(random, 2, 4) }, () => ({
    centre: between(random, 0.14, 0.86),
    length: between(random, 0.07, 0.19),
    peak: between(random, 0.55, 1),
  }))
  const loudest = Math.max(...bursts.map(({ peak }) => peak))
  return (at) => {
    const burst = Math.max(
      ...bursts.map(({ centre, length, peak }) => peak * Math.exp(-(((at - centre) / length) ** 2))),
    )
    return (0.1 + (0.9 * burst) / loudest) * Math.sin(Math.PI * at) ** 0.45
  }
}

/** A smooth line above the bars, or below, from edge to edge of the picture. */
function envelope(loudness: (at: number) => number, side: 1 | -1): string {
  const corners = Array.from({ length: 19 }, (_, i) => {
    const at = (i - 1) / 16
    return [
      -HALF_WIDTH + 2 * HALF_WIDTH * at,
      side * (at <= 0 || at >= 1 ? 5 : 14 + 128 * loudness(at)),
    ] as const
  })
  let path = `M-320 ${side * 4}`
  corners.forEach(([x, y], i) => {
    const [nextX, nextY] = corners[i + 1] ?? [320, side * 4]
    path += `Q${wholePoints(x, y, (x + nextX) / 2, (y + nextY) / 2)}`
  })
  return path
}
