import { type Drawing, points, short } from './drawing.ts'
import { type Random, between, wholeBetween } from './random.ts'

const ROWS = 7
const ROW_HEIGHT = 33
const WIDTH = 400

/** Lines of tokens, some of them bright, and a cursor after the last; in motion others light up in turn. */
export function drawTokenRows(random: Random, scope: string): Drawing {
  const isStructured = random() < 0.4
  const groups = ['', '', '', '', '', '']
  let bright = ''
  let x = 0
  let indent = 0
  let widest = 0
  for (let row = 0; row < ROWS; row++) {
    if (row > 0 && isStructured) indent = Math.max(1, Math.min(3, indent + wholeBetween(random, -1, 1)))
    const end = WIDTH * rowShare(random, isStructured, row)
    x = indent * 38
    for (let i = 0; x < end || i === 0; i++) {
      const width = Math.min(between(random, 8, 74), Math.max(8, WIDTH - x))
      const pill = `M${points(x, row * ROW_HEIGHT)}h${short(width)}`
      if (random() < (isStructured && i === 0 ? 0.8 : 0.17)) bright += pill
      else {
        const group = Math.floor(random() * groups.length)
        groups[group] = `${groups[group]}${pill}`
      }
      x += width + 27
      widest = Math.max(widest, x - 27)
    }
  }
  const last = (ROWS - 1) * ROW_HEIGHT
  return {
    shapes:
      `<g transform="translate(${short(-widest / 2)} ${-last / 2})"><g stroke-width="13" stroke-linecap="round">${groups.map((pills, i) => (pills === '' ? '' : `<path class="k" style="animation-delay:${short(i * 1.3)}s" opacity=".36" d="${pills}"/>`)).join('')}<path d="${bright}"/></g>` +
      `<path class="v" d="M${points(x - 7, last - 13)}v26" stroke="#fff" stroke-width="3.6" stroke-linecap="round"/></g>`,
    motion:
      `#${scope} .k{animation:${scope}k 7.8s ease-in-out infinite}@keyframes ${scope}k{12%{opacity:1}36%{opacity:.36}}` +
      `#${scope} .v{animation:${scope}v 1.3s steps(2,jump-none) infinite alternate}@keyframes ${scope}v{to{opacity:.1}}`,
  }
}

/** How far a row reaches: prose fills its lines and stops somewhere in the last, structure is ragged. */
function rowShare(random: Random, isStructured: boolean, row: number): number {
  if (isStructured) return between(random, 0.45, 0.95)
  return row === ROWS - 1 ? between(random, 0.2, 0.6) : between(random, 0.78, 1)
}
