import { type Drawing, points, short } from './drawing.ts'
import { type Random, between, signOf } from './random.ts'

const RADIUS = 124
const MERIDIANS = 12

/** A globe of meridians and parallels, seen from far away and a little above; in motion it turns. */
export function drawWireSphere(random: Random, scope: string): Drawing {
  const tilt = (signOf(random) * between(random, 16, 34) * Math.PI) / 180
  const roll = between(random, -32, 32)
  const start = between(random, 0, 360 / MERIDIANS)
  let front = ''
  let back = ''
  for (const latitude of [-60, -40, -20, 0, 20, 40, 60]) {
    const [seen, hidden] = parallel((latitude * Math.PI) / 180, tilt)
    front += seen
    back += hidden
  }
  let meridians = ''
  for (let i = 0; i < MERIDIANS; i++) {
    const angle = start + (i * 360) / MERIDIANS
    meridians += `<path class="m" style="animation-delay:${short(-angle / 15, 2)}s" d="${meridian((angle * Math.PI) / 180, tilt)}" opacity="${short(nearness(angle, tilt), 2)}"/>`
  }
  const frames = Array.from({ length: 25 }, (_, i) => {
    const angle = i * 15
    return `${short((i * 100) / 24)}%{d:path("${meridian((angle * Math.PI) / 180, tilt)}");opacity:${short(nearness(angle, tilt), 2)}}`
  }).join('')
  return {
    shapes:
      `<g transform="translate(320 200)rotate(${short(roll)})" fill="none" stroke="#fff" stroke-width="1.8"><circle r="${RADIUS}" stroke-width="2.4"/>` +
      `<path d="${back}" opacity=".2"/>${meridians}<path d="${front}" opacity=".75"/></g>`,
    motion: `#${scope} .m{animation:${scope}m 24s linear infinite}@keyframes ${scope}m{${frames}}`,
  }
}

/** Half a great circle from pole to pole as two curves. */
function meridian(angle: number, tilt: number): string {
  const pole = -RADIUS * Math.cos(tilt)
  const x = RADIUS * Math.sin(angle)
  const y = RADIUS * Math.cos(angle) * Math.sin(tilt)
  const k = 0.5523
  return `M0 ${short(pole)}C${points(k * x, pole + k * y, x, k * pole + y, x, y)}S${points(k * x, -pole + k * y, 0, -pole)}`
}

function nearness(angle: number, tilt: number): number {
  return 0.5 + 0.32 * Math.cos((angle * Math.PI) / 180) * Math.cos(tilt)
}

/** The seen and the hidden part of a circle of latitude. */
function parallel(latitude: number, tilt: number): [seen: string, hidden: string] {
  const rx = RADIUS * Math.cos(latitude)
  const ry = rx * Math.abs(Math.sin(tilt))
  const y = -RADIUS * Math.sin(latitude) * Math.cos(tilt)
  const edge = -Math.tan(latitude) * Math.tan(-tilt) * -1
  const cos = Math.min(1, Math.max(-1, edge))
  const limit = Math.acos(-cos)
  const at = (angle: number) => points(rx * Math.sin(angle), y + rx * Math.cos(angle) * Math.sin(tilt))
  const arc = (from: number, to: number) =>
    to - from < 0.05
      ? ''
      : `M${at(from)}${[1, 2, 3].map((part) => `A${points(rx, ry)} 0 0 ${tilt > 0 ? 0 : 1} ${at(from + ((to - from) * part) / 3)}`).join('')}`
  return [arc(-limit, limit), arc(limit, 2 * Math.PI - limit)]
}
