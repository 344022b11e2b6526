import { type Drawing, points, short } from './drawing.ts'
import { type Random, between } from './random.ts'

const LEFT = -212
const WIDTH = 424
const TOP = -118
const FLOOR = 118

/** A training run's loss, falling over a grid; in motion it is drawn again. */
export function drawLossCurve(random: Random, scope: string): Drawing {
  const steepness = between(random, 2.6, 6)
  const noise = between(random, 9, 20)
  const rest = between(random, 58, 84)
  const shelf = between(random, 0.35, 0.7)
  const drop = between(random, 6, 26)
  const level = (at: number) =>
    rest - (rest - TOP - drop) * Math.exp(-steepness * at) - drop / (1 + Math.exp((at - shelf) * 40))
  const trend = line(23, level)
  const measured = line(46, (at) => level(at) + noise * between(random, -1, 1) * (1 - 0.65 * at))
  const validation = line(11, (at) => level(at) - 10 - 24 * at)
  const end = `cx="${LEFT + WIDTH}" cy="${short(level(1))}"`
  const rows = [TOP, TOP / 2, 0, FLOOR / 2, FLOOR].map((line) => `M-320 ${line}h640`).join('')
  const columns = [0, 1, 2, 3, 4].map((i) => `M${short(LEFT + (i * WIDTH) / 4)}-200v400`).join('')
  return {
    shapes:
      `<linearGradient id="${scope}f" x2="0" y2="1"><stop stop-color="#fff5"/><stop offset="1" stop-color="#fff0"/></linearGradient>` +
      `<path d="${rows}${columns}" stroke="#fff" stroke-opacity=".12"/>` +
      `<path d="${trend}V${FLOOR}H${LEFT}z" fill="url(#${scope}f)" stroke="none"/>` +
      `<g stroke-linejoin="round" stroke-linecap="round"><path d="${validation}" stroke-opacity=".55" stroke-width="2" stroke-dasharray="1 7"/>` +
      `<path d="${measured}" stroke-opacity=".45" stroke-width="1.6"/>` +
      `<path class="c" d="${trend}" stroke-width="4" pathLength="1"/></g>` +
      `<g fill="#fff" stroke="none"><circle class="p" ${end} r="14" opacity=".25"/><circle ${end} r="6"/></g>`,
    motion:
      `#${scope} .c{stroke-dasharray:1;animation:${scope}c 9s ease-in-out infinite}` +
      `@keyframes ${scope}c{10%{stroke-dashoffset:0;opacity:1}16%{stroke-dashoffset:0;opacity:0}17%{stroke-dashoffset:1;opacity:1}80%{stroke-dashoffset:0}}` +
      `#${scope} .p{animation:${scope}p 3s ease-in-out infinite}@keyframes ${scope}p{50%{opacity:.6}}`,
  }
}

/** A path from the left of the grid to its right, in so many steps. */
function line(steps: number, yOf: (at: number) => number): string {
  const corners = Array.from({ length: steps + 1 }, (_, i) => [LEFT + (WIDTH * i) / steps, yOf(i / steps)])
  return `M${points(...corners.flat())}`
}
