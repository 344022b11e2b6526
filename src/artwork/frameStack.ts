import { type Drawing, points, short } from './drawing.ts'
import { type Random, between, signOf, wholeBetween } from './random.ts'

const WIDTH = 256
const SHRINK = 0.955

/** A film's frames one behind another, the first of them ready to play; in motion a wave runs through them. */
export function drawFrameStack(random: Random, scope: string): Drawing {
  const count = wholeBetween(random, 9, 12)
  const height = between(random, 146, 164)
  const stepX = between(random, 13, 18)
  const stepY = between(random, 7, 12)
  const bow = between(random, -0.25, 0.45)
  const frames = Array.from({ length: count }, (_, i) => {
    const width = WIDTH * SHRINK ** i
    const tall = height * SHRINK ** i
    const left = i * stepX - width / 2
    const top = -i * stepY - bow * i * i - tall / 2
    return { left, top, right: left + width, bottom: top + tall }
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
  const x = (-mirrorX * (last.right - WIDTH / 2)) / 2.3
  const y = (mirrorY * (-height / 2 - last.top)) / 2.3
  const front = random() < 0.5 ? perforations(height) : timeline(random, height)
  return {
    shapes:
      `<g transform="translate(${short(x)} ${short(y)})" stroke-width="2"><g transform="scale(${mirrorX} ${mirrorY})" style="--y:${9 * mirrorY}px">${behind.join('')}</g>` +
      `<g class="f" fill="#fff"><rect x="${-WIDTH / 2}" y="${short(-height / 2)}" width="${WIDTH}" height="${short(height)}" rx="16" fill-opacity=".16" stroke-width="2.6"/>${front}` +
      `<path d="M-15-24v48l42-24z" stroke="#fff" stroke-width="8" stroke-linejoin="round"/></g></g>`,
    motion: `#${scope} .f{animation:${scope}f 6s ease-in-out infinite}@keyframes ${scope}f{50%{translate:0 var(--y,9px)}}`,
  }
}

function perforations(height: number): string {
  const y = short(height / 2 - 14)
  return `<path d="M-112-${y}h226M-112 ${y}h226" stroke-width="9" stroke-dasharray="10 14" opacity=".5"/>`
}

function timeline(random: Random, height: number): string {
  const y = short(height / 2 - 21)
  const played = short(between(random, 40, 150))
  return `<g stroke-width="4" stroke-linecap="round"><path d="M-104 ${y}h208" opacity=".35"/><path d="M-104 ${y}h${played}"/><path d="M-104 ${y}m${played} 0h.1" stroke-width="13"/></g>`
}
