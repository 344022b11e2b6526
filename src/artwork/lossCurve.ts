import { type Drawing, points, short } from './drawing.ts'
import { type Random, between, oneOf, wholeBetween } from './random.ts'

const LEFT = -212
const WIDTH = 424
const TOP = -118
const FLOOR = 118
const STEPS = 30

/** A training run's loss over a grid, falling in one of a few ways; in motion it is drawn again. */
export function drawLossCurve(random: Random, scope: string): Drawing {
  const rest = between(random, 40, 90)
  const noise = between(random, 6, 26)
  const { level, others } = oneOf(random, [smooth, stairs, restarts, runs])(random, rest)
  const trend = line(STEPS, level)
  const measured = line(38, (at) => level(at) + noise * between(random, -1, 1) * (1 - 0.65 * at))
  const beside = others
    .map(
      (other) =>
        `<path d="${line(11, other)}" stroke-opacity=".55" stroke-width="2"${others.length > 1 ? '' : ' stroke-dasharray="1 7"'}/>`,
    )
    .join('')
  const end = `cx="${LEFT + WIDTH}" cy="${short(level(1))}"`
  const rows = [TOP, TOP / 2, 0, FLOOR / 2, FLOOR].map((line) => `M-320 ${line}h640`).join('')
  const columns = [0, 1, 2, 3, 4].map((i) => `M${short(LEFT + (i * WIDTH) / 4)}-200v400`).join('')
  return {
    shapes:
      `<linearGradient id="${scope}f" x2="0" y2="1"><stop stop-color="#fff5"/><stop offset="1" stop-color="#fff0"/></linearGradient>` +
      `<path d="${rows}${columns}" stroke="#fff" stroke-opacity=".12"/>` +
      `<path d="${trend}V${FLOOR}H${LEFT}z" fill="url(#${scope}f)" stroke="none"/>` +
      `<g stroke-linejoin="round" stroke-linecap="round">${beside}` +
      `<path d="${measured}" stroke-opacity=".45" stroke-width="1.6"/>` +
      `<path class="c" d="${trend}" stroke-width="4" pathLength="1"/></g>` +
      `<g fill="#fff" stroke="none"><circle class="p" ${end} r="14" opacity=".25"/><circle ${end} r="6"/></g>`,
    motion:
      `#${scope} .c{stroke-dasharray:1;animation:${scope}c 9s ease-in-out infinite}` +
      `@keyframes ${scope}c{10%{stroke-dashoffset:0;opacity:1}16%{stroke-dashoffset:0;opacity:0}17%{stroke-dashoffset:1;opacity:1}80%{stroke-dashoffset:0}}` +
      `#${scope} .p{animation:${scope}p 3s ease-in-out infinite}@keyframes ${scope}p{50%{opacity:.6}}`,
  }
}

type Level = (at: number) => number

/** How high the loss is at which share of the run, and what else is shown. */
interface Course {
  level: Level
  others: Level[]
}

/** Fast, then slowly, with a drop where the rate is lowered, and the validation beside it. */
function smooth(random: Random, rest: number): Course {
  const shelf = between(random, 0.35, 0.7)
  const drop = between(random, 6, 40)
  const gap = between(random, 16, 44)
  const fall = decay(between(random, 2, 8), rest)
  const level = (at: number) => fall(at) - (drop * (1 - at)) / (1 + Math.exp((at - shelf) * 40))
  return { level, others: [(at) => level(at) - 10 - gap * at] }
}

/** Level after level, as the rate is lowered. */
function stairs(random: Random, rest: number): Course {
  const count = wholeBetween(random, 2, 4)
  const flat = between(random, 0.15, 0.3)
  const level = (at: number) => {
    const step = Math.min(count - 1, Math.floor(at * count))
    const within = 1 - Math.exp((-7 * (at * count - step)) / (1 - flat))
    return TOP + ((rest - TOP) * (step + within)) / count
  }
  return { level, others: [(at) => level(at) - 12 - 14 * at] }
}

/** Up a little whenever the rate starts again, lower each time. */
function restarts(random: Random, rest: number): Course {
  const count = wholeBetween(random, 3, 5)
  const bump = between(random, 40, 70)
  const fall = decay(between(random, 2, 3.4), rest)
  const level = (at: number) => {
    const within = at === 1 ? 1 : (at * count) % 1
    return fall(at) - (at * count < 1 ? 0 : bump * (1 - at * 0.5) * (1 - within) ** 2)
  }
  return { level, others: [] }
}

/** The best among some, which went other ways. */
function runs(random: Random, rest: number): Course {
  const others = Array.from({ length: wholeBetween(random, 3, 4) }, (_, i) =>
    decay(between(random, 1, 5), rest - 28 * (i + 1) - between(random, 0, 10)),
  )
  return { level: decay(between(random, 3.5, 6), rest), others }
}

/** An exponential fall from the top. */
function decay(steepness: number, rest: number): Level {
  return (at) => rest - (rest - TOP) * Math.exp(-steepness * at)
}

/** A path from the left of the grid to its right, in so many steps. */
function line(steps: number, yOf: (at: number) => number): string {
  const corners = Array.from({ length: steps + 1 }, (_, i) => [LEFT + (WIDTH * i) / steps, yOf(i / steps)])
  return `M${points(...corners.flat())}`
}
