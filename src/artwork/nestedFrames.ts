import { type Drawing, short } from './drawing.ts'
import { type Random, between, oneOf, signOf, wholeBetween } from './random.ts'

/** A picture in frames, one around the other, in one of a few arrangements; in motion they turn or shift. */
export function drawNestedFrames(random: Random, scope: string): Drawing {
  const nests = oneOf(random, [spiral, tunnel, fan, portrait, pair, grid])(random)
  const { driftX, driftY } = nests[0] ?? EMPTY
  const sway = `rotate:var(--t);translate:${short(-driftX * 0.9)}px ${short(-driftY * 0.9)}px`
  return {
    shapes: `<g fill="#fff" fill-opacity=".03">${nests.map((nest) => drawNest(nest, signOf(random))).join('')}</g>`,
    motion: `#${scope} .t{animation:${scope}t 10s ease-in-out infinite alternate}@keyframes ${scope}t{to{${sway}}}`,
  }
}

/** Frames around a picture, each of them placed within the one before. */
interface Nest {
  x: number
  y: number
  /** How tall the innermost is. */
  height: number
  /** Its width to its height. */
  aspect: number
  count: number
  /** How much larger each is than the one before, how far turned, in degrees, and how far the first is moved. */
  growth: number
  twist: number
  driftX: number
  driftY: number
  /** How far above the point it turns around a frame stands. */
  pivot: number
  stroke: number
  hasPicture: boolean
}

const EMPTY: Nest = {
  x: 0,
  y: 0,
  height: 58,
  aspect: 1.25,
  count: 1,
  growth: 1.25,
  twist: 0,
  driftX: 0,
  driftY: 0,
  pivot: 0,
  stroke: 2,
  hasPicture: true,
}

/** Many, around the middle or a point beside it. */
function spiral(random: Random): Nest[] {
  return [
    {
      ...EMPTY,
      x: oneOf(random, [0, -120, 120]),
      aspect: between(random, 0.8, 1.6),
      count: wholeBetween(random, 8, 9),
      growth: between(random, 1.22, 1.36),
      twist: signOf(random) * oneOf(random, [5, 9, 14, 22]),
    },
  ]
}

/** Upright, its far end to one side. */
function tunnel(random: Random): Nest[] {
  const [right, down] = [signOf(random), signOf(random)]
  const height = between(random, 66, 84)
  const aspect = between(random, 1.2, 1.6)
  const growth = between(random, 1.28, 1.4)
  // A share of the room between two frames, so that none leaves the next.
  const room = (height * (growth - 1)) / 2
  return [
    {
      ...EMPTY,
      x: right * between(random, 85, 135),
      y: down * between(random, 5, 45),
      height,
      aspect,
      count: 7,
      growth,
      driftX: -right * room * aspect * between(random, 0.5, 0.8),
      driftY: -down * room * between(random, 0, 0.6),
      stroke: 2.6,
    },
  ]
}

/** Prints of one size, held at their lower end. */
function fan(random: Random): Nest[] {
  const count = wholeBetween(random, 4, 7)
  const twist = signOf(random) * between(random, 9, 15)
  const pivot = between(random, 50, 120)
  const aspect = oneOf(random, [0.75, 1, 1.35])
  return [
    {
      ...EMPTY,
      x: -twist * count * 0.5,
      y: pivot * 0.75,
      height: between(random, 165, 195) / Math.max(1, aspect * 0.9),
      aspect,
      count,
      growth: 1,
      twist,
      pivot,
    },
  ]
}

/** One large picture, and its mat and frame. */
function portrait(random: Random): Nest[] {
  const aspect = oneOf(random, [0.72, 1, 1.5])
  return [
    {
      ...EMPTY,
      x: oneOf(random, [-95, 0, 95]),
      height: aspect > 1 ? 140 : 170,
      aspect,
      count: wholeBetween(random, 3, 4),
      growth: between(random, 1.2, 1.3),
      twist: signOf(random) * oneOf(random, [0.5, 4]),
      stroke: 3.4,
    },
  ]
}

/** Two beside each other, turned against one another: before and after. */
function pair(random: Random): Nest[] {
  const side = signOf(random)
  const nest = {
    ...EMPTY,
    height: between(random, 76, 90),
    aspect: between(random, 0.85, 1.15),
    count: 5,
    growth: between(random, 1.24, 1.32),
    twist: between(random, 4, 11),
  }
  return [
    { ...nest, x: -125, y: side * between(random, 0, 30) },
    { ...nest, x: 125, y: -side * between(random, 0, 30), twist: -nest.twist },
  ]
}

/** A sheet of small ones, some of them with a picture. */
function grid(random: Random): Nest[] {
  const columns = wholeBetween(random, 2, 3)
  const height = columns === 2 ? 104 : 96
  const aspect = columns === 2 ? 1.5 : 1.2
  return Array.from({ length: 2 * columns }, (_, i) => ({
    ...EMPTY,
    x: ((i % columns) - (columns - 1) / 2) * (height * aspect + 26),
    y: i < columns ? -height / 2 - 13 : height / 2 + 13,
    height,
    aspect,
    count: 2,
    growth: 0.82,
    twist: 0.5,
    hasPicture: random() < 0.5 || i === 0,
  }))
}

function drawNest(nest: Nest, sun: 1 | -1): string {
  const { x, y, height, aspect, count, growth, twist, driftX, driftY, pivot, stroke } = nest
  let frames = ''
  for (let i = 0; i < count; i++) {
    const tall = height * growth ** i
    const wide = tall * aspect
    // The outermost frames lie half outside the picture, where they are only a hint.
    const opacity = 0.95 * (1 - i / count) ** 1.1
    const place = `${driftX || driftY ? `translate(${short(driftX * growth ** (i - 1))} ${short(driftY * growth ** (i - 1))})` : ''}${twist ? `rotate(${short(twist)})` : ''}`
    frames +=
      (i === 0 ? '<g>' : `<g class="t" transform="${place}">`) +
      `<rect x="${short(-wide / 2)}" y="${short(-tall / 2 - pivot)}" width="${short(wide)}" height="${short(tall)}" rx="${short(Math.min(tall, wide) * 0.1)}" stroke-opacity="${short(opacity, 2)}"/>`
  }
  return `<g transform="translate(${short(x)} ${short(y)})" stroke-width="${stroke}" style="--t:${short(-twist * 0.9)}deg">${frames}${'</g>'.repeat(count)}${nest.hasPicture ? landscape(nest, sun) : ''}</g>`
}

/** Hills and a sun, at the foot of the innermost frame. */
function landscape({ height, aspect, pivot }: Nest, sun: 1 | -1): string {
  const half = (height * aspect * 0.69) / 2
  const tall = Math.min(height / 58, (height * aspect) / 72)
  const at = (x: number, y: number) => `${short(x)} ${short(y * tall - pivot)}`
  return (
    `<g fill="#fff" stroke="none"><circle cx="${short(sun * half * 0.5)}" cy="${short(-9 * tall - pivot)}" r="${short(5.5 * tall)}" fill-opacity="1"/>` +
    `<path d="M${at(-sun * half, 20)}L${at(-sun * half * 0.35, -4)}L${at(sun * half * 0.2, 11)}L${at(sun * half * 0.5, 5)}L${at(sun * half, 20)}z" fill-opacity=".92"/></g>`
  )
}
