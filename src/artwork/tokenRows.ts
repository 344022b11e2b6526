import { type Drawing, points, short } from './drawing.ts'
import { type Random, between, oneOf, wholeBetween } from './random.ts'

const WIDTH = 400
const HEIGHT = 232

/** Lines of tokens, some of them bright, and a cursor after the last; in motion others light up in turn. */
export function drawTokenRows(random: Random, scope: string): Drawing {
  const rows = oneOf(random, [prose, structure, dialogue])(random, wholeBetween(random, 5, 8))
  const pitch = Math.min(46, HEIGHT / rows.length)
  const thickness = pitch * between(random, 0.34, 0.46)
  const gap = thickness * 2.1
  const longest = thickness * between(random, 3.2, 6.2)
  const groups = ['', '', '', '', '', '']
  let bright = ''
  let x = 0
  let widest = 0
  rows.forEach(({ from, to, isKeyed }, row) => {
    x = WIDTH * from
    for (let i = 0; x < WIDTH * to - 8 || i === 0; i++) {
      const width = Math.max(8, Math.min(between(random, 8, longest), WIDTH * to - x))
      const pill = `M${points(x, row * pitch)}h${short(width)}`
      if (random() < (isKeyed && i === 0 ? 0.8 : 0.17)) bright += pill
      else {
        const group = Math.floor(random() * groups.length)
        groups[group] = `${groups[group]}${pill}`
      }
      x += width + gap
      widest = Math.max(widest, x - gap)
    }
  })
  const last = (rows.length - 1) * pitch
  return {
    shapes:
      `<g transform="translate(${short(-widest / 2)} ${short(-last / 2)})"><g stroke-width="${short(thickness)}" stroke-linecap="round">${groups.map((pills, i) => (pills === '' ? '' : `<path class="k" style="animation-delay:${short(i * 1.3)}s" opacity=".36" d="${pills}"/>`)).join('')}<path d="${bright}"/></g>` +
      `<path class="v" d="M${points(x - gap / 4, last - thickness)}v${short(2 * thickness)}" stroke="#fff" stroke-width="3.6" stroke-linecap="round"/></g>`,
    motion:
      `#${scope} .k{animation:${scope}k 7.8s ease-in-out infinite}@keyframes ${scope}k{12%{opacity:1}36%{opacity:.36}}` +
      `#${scope} .v{animation:${scope}v 1.3s steps(2,jump-none) infinite alternate}@keyframes ${scope}v{to{opacity:.1}}`,
  }
}

/** Where a row begins and ends, as shares of the width, and whether its first token is a key. */
interface Row {
  from: number
  to: number
  isKeyed: boolean
}

/** Fills its lines and stops somewhere in the last. */
function prose(random: Random, count: number): Row[] {
  return Array.from({ length: count }, (_, row) => ({
    from: 0,
    to: row === count - 1 ? between(random, 0.2, 0.6) : between(random, 0.8, 1),
    isKeyed: false,
  }))
}

/** Indented and ragged. */
function structure(random: Random, count: number): Row[] {
  let indent = 0
  return Array.from({ length: count }, (_, row) => {
    if (row > 0) indent = Math.max(1, Math.min(3, indent + wholeBetween(random, -1, 1)))
    return { from: indent * 0.095, to: between(random, 0.45, 0.95), isKeyed: true }
  })
}

/** Short questions from the right, and answers from the left, the last of which is being written. */
function dialogue(random: Random, count: number): Row[] {
  const first = wholeBetween(random, 0, 1)
  const turns = wholeBetween(random, 2, 3)
  return Array.from({ length: count }, (_, row) => {
    if (row < count - 1 && (row - first) % turns === 0)
      return { from: between(random, 0.45, 0.65), to: 1, isKeyed: false }
    return { from: 0, to: between(random, 0.4, 0.72), isKeyed: false }
  })
}
