import { type Drawing, points, short } from './drawing.ts'
import { type Random, between, oneOf, signOf, wholeBetween } from './random.ts'

const SHRINK = 0.955

/** A film's frames, the first of them ready to play, in one of a few arrangements; in motion a wave runs through them. */
export function drawFrameStack(random: Random, scope: string): Drawing {
  return {
    shapes: oneOf(random, [stack, stack, row, strip])(random),
    motion: `#${scope} .f{animation:${scope}f 6s ease-in-out infinite}@keyframes ${scope}f{50%{translate:0 var(--y,9px)}}`,
  }
}

/** One behind another, wide, square or tall. */
function stack(random: Random): string {
  const [width, tallest] = oneOf(random, SIZES)
  const count = wholeBetween(random, 5, 12)
  const height = between(random, 0.94, 1.04) * tallest
  const stepX = between(random, 13, 18) * (count < 9 ? 1.5 : 1)
  const stepY = between(random, 3, 12)
  const bow = between(random, -0.25, 0.45)
  const frames = Array.from({ length: count }, (_, i) => {
    const wide = width * SHRINK ** i
    const tall = height * SHRINK ** i
    const left = i * stepX - wide / 2
    const top = -i * stepY - bow * i * i - tall / 2
    return { left, top, right: left + wide, bottom: top + tall }
  })
  const behind = frames.map(({ left, top, right, bottom }, i) => {
    const before = frames[i - 1]
    if (!before) return ''
    // Only what shows beside the frame before it, so that the first stays clear.
    const round = 16 * SHRINK ** i
    const arcTo = (x: number, y: number) => `A${points(round, round)} 0 0 1 ${points(x, y)}`
    const cut = (hidden: number) => round - Math.sqrt(Math.max(0, round ** 2 - Math.max(0, hidden) ** 2))
    const start = `M${points(left + cut(round - before.top + top), before.top)}${before.top - top > round ? `V${short(top + round)}` : ''}`
    const end = arcTo(Math.max(before.right, right - round), bottom - cut(round - right + before.right))
    const path = `${start}${arcTo(left + round, top)}H${short(right - round)}${arcTo(right, top + round)}V${short(bottom - round)}${end}${right - before.right > round ? `H${short(before.right)}` : ''}`
    return `<path class="f" style="animation-delay:${short(i * 0.25, 2)}s" d="${path}" opacity="${short(0.92 * 0.81 ** (i - 1), 2)}"/>`
  })
  const [mirrorX, mirrorY] = [signOf(random), signOf(random)]
  const last = frames[count - 1] ?? { right: 0, top: 0 }
  const x = (-mirrorX * (last.right - width / 2)) / 2.3
  const y = (mirrorY * (-height / 2 - last.top)) / 2.3
  return (
    `<g transform="translate(${short(x)} ${short(y)})" stroke-width="2"><g transform="scale(${mirrorX} ${mirrorY})" style="--y:${9 * mirrorY}px">${behind.join('')}</g>` +
    `${first(random, width, height)}</g>`
  )
}

/** Side by side, the outer ones ever narrower and farther away. */
function row(random: Random): string {
  const [width, height] = oneOf(random, SIZES)
  const each = wholeBetween(random, 2, 4)
  const narrow = between(random, 0.5, 0.62)
  const shrink = between(random, 0.78, 0.88)
  const lean = between(random, -14, 14)
  const sides = ([-1, 1] as const).flatMap((side) => {
    let edge = width / 2 + 14
    return Array.from({ length: each }, (_, i) => {
      const wide = width * Math.min(1, 130 / width) * narrow ** (i + 0.6)
      // The far edge of a frame that faces the middle is the shorter one.
      const near = (height / 2) * shrink ** (i + 0.7)
      const far = near * 0.9
      const path = `M${points(side * edge, -near)}L${points(side * (edge + wide), -far)}V${short(far)}L${points(side * edge, near)}z`
      edge += wide + 12
      return `<path class="f" style="animation-delay:${short(i * 0.4 + 0.3, 2)}s" d="${path}" opacity="${short(0.8 * 0.72 ** i, 2)}"/>`
    })
  })
  return `<g transform="rotate(${short(lean)})" stroke-width="2.4" stroke-linejoin="round">${sides.join('')}${first(random, width, height)}</g>`
}

/** A strip across all of the picture. */
function strip(random: Random): string {
  const height = between(random, 110, 150)
  const width = height * oneOf(random, [0.8, 1.2, 1.5])
  const pitch = width + 14
  const reach = Math.ceil(400 / pitch)
  const frames = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach).map((i) =>
    i === 0
      ? ''
      : `<rect x="${short(i * pitch - width / 2)}" y="${short(-height / 2)}" width="${short(width)}" height="${short(height)}" rx="9" opacity="${short(0.75 * 0.72 ** Math.abs(i), 2)}"/>`,
  )
  const edge = short(height / 2 + 36)
  const holes = short(height / 2 + 18)
  const lean = signOf(random) * between(random, 0, 22)
  const x = between(random, -70, 70)
  return (
    `<g transform="translate(${short(x)})rotate(${short(lean)})" stroke-width="2"><g class="f"><path d="M-480-${edge}h960M-480 ${edge}h960" opacity=".5"/>` +
    `<path d="M-476-${holes}h960M-476 ${holes}h960" stroke-width="13" stroke-dasharray="12 16" opacity=".38"/>${frames.join('')}</g>` +
    `${frame(width, height, 9)}${PLAY}</g></g>`
  )
}

/** Width and height of the first frame: wide, square or tall. */
const SIZES: readonly [[number, number], ...[number, number][]] = [
  [256, 152],
  [288, 122],
  [188, 176],
  [140, 214],
]

const PLAY = '<path d="M-15-24v48l42-24z" stroke="#fff" stroke-width="8" stroke-linejoin="round"/>'

function first(random: Random, width: number, height: number): string {
  const marks = oneOf(random, [perforations, timeline, () => ''])(width, height, random)
  return `${frame(width, height, 16)}${marks}${PLAY}</g>`
}

/** Left open, for what is on it. */
function frame(width: number, height: number, round: number): string {
  return `<g class="f" fill="#fff"><rect x="${short(-width / 2)}" y="${short(-height / 2)}" width="${short(width)}" height="${short(height)}" rx="${round}" fill-opacity=".16" stroke-width="2.6"/>`
}

function perforations(width: number, height: number): string {
  const y = short(height / 2 - 14)
  const count = Math.floor((width - 20) / 24)
  const x = short(5 - 12 * count + 2)
  const length = 24 * count - 14
  return `<path d="M${x}-${y}h${length}M${x} ${y}h${length}" stroke-width="9" stroke-dasharray="10 14" opacity=".5"/>`
}

function timeline(width: number, height: number, random: Random): string {
  const y = short(height / 2 - 21)
  const length = width - 48
  const played = short(length * between(random, 0.2, 0.75))
  const start = `M${short(-length / 2)} ${y}`
  return `<g stroke-width="4" stroke-linecap="round"><path d="${start}h${length}" opacity=".35"/><path d="${start}h${played}"/><path d="${start}m${played} 0h.1" stroke-width="13"/></g>`
}
