import { type Drawing, points, short, wholePoints } from './drawing.ts'
import { type Random, between, oneOf, wholeBetween } from './random.ts'

const HALF_WIDTH = 204

/** A sound as bars inside its envelope, upon a line or around a ring; in motion it breathes. */
export function drawWaveform(random: Random, scope: string): Drawing {
  return {
    shapes: oneOf(random, [mirrored, mirrored, upright, ring])(random),
    motion: `#${scope} .w{animation:${scope}w 5s ease-in-out infinite}@keyframes ${scope}w{50%{transform:var(--w,scaleY(.6))}}`,
  }
}

/** Above and below the middle, in their envelope. */
function mirrored(random: Random): string {
  const count = wholeBetween(random, 24, 53)
  const loudness = loudnessOf(random)
  const groups = grouped(count, (i) => {
    const half = 4 + 120 * loudness(i / (count - 1)) * between(random, 0.42, 1)
    return `M${points(xOf(i, count), -half)}v${short(half * 2)}`
  })
  return (
    `<path d="${envelope(loudness, -1)}${envelope(loudness, 1)}M-320 0h640" stroke-opacity=".28" stroke-width="1.5"/>` +
    bars(groups, xOf(1, count) - xOf(0, count))
  )
}

/** Upon a line, with their reflection. */
function upright(random: Random): string {
  const count = wholeBetween(random, 18, 30)
  const loudness = loudnessOf(random)
  const tops = Array.from(
    { length: count },
    (_, i) => 10 + 190 * loudness(i / (count - 1)) * between(random, 0.5, 1),
  )
  const spacing = xOf(1, count) - xOf(0, count)
  const bar = (i: number, share: number) => `M${points(xOf(i, count), 0)}v${short((tops[i] ?? 0) * share)}`
  const reflection = tops.map((_, i) => bar(i, 0.3)).join('')
  return (
    `<g transform="translate(0 66)"><path d="M-320 9h640" stroke-opacity=".3" stroke-width="1.5"/>` +
    `<path transform="translate(0 20)" d="${reflection}" stroke-width="${short(spacing * 0.56)}" opacity=".3"/>` +
    `${bars(
      grouped(count, (i) => bar(i, -1)),
      spacing * 1.2,
    )}</g>`
  )
}

/** Outwards from a ring. */
function ring(random: Random): string {
  const count = wholeBetween(random, 56, 76)
  const inner = between(random, 52, 78)
  const loudness = loudnessOf(random)
  const groups = grouped(count, (i) => {
    const length = 5 + (165 - inner) * loudness(i / (count - 1)) * between(random, 0.45, 1)
    const angle = (2 * Math.PI * i) / count
    const [x, y] = [Math.sin(angle), -Math.cos(angle)]
    return `M${points(x * inner, y * inner)}l${points(x * length, y * length)}`
  })
  const x = oneOf(random, [-110, 0, 110])
  return (
    `<g transform="translate(${x})rotate(${wholeBetween(random, 0, 359)})" style="--w:scale(.9)"><circle r="${short(inner - 12)}" fill="#fff" fill-opacity=".08" stroke-opacity=".5" stroke-width="1.5"/>` +
    `${bars(groups, (2 * Math.PI * inner) / count + 2)}</g>`
  )
}

function xOf(i: number, count: number): number {
  return (2 * HALF_WIDTH * i) / (count - 1) - HALF_WIDTH
}

/** Paths, in groups that move at different times. */
function grouped(count: number, pathOf: (i: number) => string): string[] {
  const groups = ['', '', '', '', '']
  for (let i = 0; i < count; i++) {
    const group = i % groups.length
    groups[group] = `${groups[group]}${pathOf(i)}`
  }
  return groups
}

function bars(groups: string[], spacing: number): string {
  return `<g stroke-width="${short(spacing * 0.47)}" stroke-linecap="round">${groups.map((paths, i) => `<path class="w" style="animation-delay:${short(i * 0.7)}s" d="${paths}"/>`).join('')}</g>`
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
