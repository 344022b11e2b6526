import { type Drawing, short, wholePoints } from './drawing.ts'
import { type Random, between, oneOf, signOf, wholeBetween } from './random.ts'

const RADIUS = 130
const MERIDIANS = 8
const SECONDS_A_TURN = 30
/** Enough for straight ways between them to look round; each meridian begins exactly on one. */
const STEPS = 2 * MERIDIANS

/** A globe of meridians and parallels, whole and with its moon or so near that it is cut off; in motion it turns. */
export function drawWireSphere(random: Random, scope: string): Drawing {
  const tilt = signOf(random) * between(random, 0.25, 0.65)
  const start = between(random, -0.5, 0.5) / MERIDIANS
  const spread = wholeBetween(random, 18, 25)
  const roll = short(between(random, -38, 38), 0)
  const parallels = [-3, -2, -1, 0, 1, 2, 3].map((i) => parallel((i * spread * Math.PI) / 180, tilt))
  const meridians = Array.from({ length: MERIDIANS }, (_, i) => {
    const share = i / MERIDIANS
    const opacity = short(0.52 + 0.4 * Math.cos(2 * Math.PI * share), 2)
    return `<path style="animation-delay:${short(-share * SECONDS_A_TURN)}s" d="${meridian(start + share, tilt)}" opacity="${opacity}"/>`
  })
  const steps = Array.from(
    { length: STEPS },
    (_, i) =>
      `${i === 0 ? '0%,to' : `${short((i * 100) / STEPS)}%`}{d:path("${meridian(start + i / STEPS, tilt)}")}`,
  )
  const isWhole = random() < 0.6
  const view = isWhole ? whole(random) : near(random)
  const orbit = { x: wholeBetween(random, 172, 215), y: wholeBetween(random, 26, 60) }
  const orbitTurn = short(signOf(random) * between(random, 6, 32), 0)
  const orbitHalf = (sweep: 0 | 1) => `M-${orbit.x} 0A${orbit.x} ${orbit.y} 0 0 ${sweep} ${orbit.x} 0`
  return {
    shapes:
      `<radialGradient id="${scope}b" cx=".35" cy=".3" r=".75"><stop stop-color="#fff5"/><stop offset=".6" stop-color="#fff1"/><stop offset="1" stop-color="#0003"/></radialGradient>` +
      `<g stroke-width="1.8" transform="${view}">${isWhole ? `<path d="${orbitHalf(1)}" opacity=".4" transform="rotate(${orbitTurn})"/>` : ''}<circle r="${RADIUS}" fill="url(#${scope}b)" stroke-width="2.4"/>` +
      `<g transform="rotate(${roll})"><path d="${parallels.map(({ hidden }) => hidden).join('')}" opacity=".2"/><g class="m">${meridians.join('')}</g><path d="${parallels.map(({ seen }) => seen).join('')}" opacity=".8"/></g>` +
      `${isWhole ? `<g transform="rotate(${orbitTurn})"><path d="${orbitHalf(0)}" opacity=".8"/><g class="x"><circle class="y" cx="${orbit.x}" r="8" fill="#fff"/></g></g>` : ''}</g>`,
    motion:
      `#${scope} .m path{animation:${scope}m ${SECONDS_A_TURN}s linear infinite,${scope}n ${SECONDS_A_TURN}s ${SINE} infinite}` +
      `@keyframes ${scope}m{${steps.join('')}}@keyframes ${scope}n{0%,to{opacity:.92}50%{opacity:.12}}` +
      (isWhole
        ? `#${scope} .x{animation:${scope}x 8s ${SINE} infinite alternate}@keyframes ${scope}x{to{translate:-${orbit.x * 2}px}}` +
          `#${scope} .y{animation:${scope}y 8s ${SINE} -4s infinite alternate}@keyframes ${scope}y{0%{translate:0 -${orbit.y}px}to{translate:0 ${orbit.y}px}}`
        : ''),
  }
}

/** Small or large, around the middle. */
function whole(random: Random): string {
  const scale = between(random, 0.8, 1.15)
  return `translate(${wholeBetween(random, -70, 70)})scale(${short(scale, 2)})`
}

/** Rising from an edge or a corner. */
function near(random: Random): string {
  const x = signOf(random) * wholeBetween(random, 90, 190)
  const y = oneOf(random, [-90, 90, 130])
  return `translate(${x} ${y})scale(${short(between(random, 1.45, 1.8), 2)})`
}

/** Half a period of a sine. */
const SINE = 'cubic-bezier(.37,0,.63,1)'

/** Half a great circle, from pole to pole, after a share of a turn. */
function meridian(turn: number, tilt: number): string {
  const pole = -RADIUS * Math.cos(tilt)
  // A single curve with these handles is half a circle to 1 %.
  const x = 1.31 * RADIUS * Math.sin(2 * Math.PI * turn)
  const y = 1.31 * RADIUS * Math.cos(2 * Math.PI * turn) * Math.sin(tilt)
  return `M${wholePoints(0, pole)}C${wholePoints(x, pole + y, x, y - pole, 0, -pole)}`
}

/** The nearer and the farther part of a circle of latitude. */
function parallel(latitude: number, tilt: number): { seen: string; hidden: string } {
  const rx = RADIUS * Math.cos(latitude)
  const ry = rx * Math.sin(tilt)
  const y = -RADIUS * Math.sin(latitude) * Math.cos(tilt)
  // Angles count from the nearest point; past the limit, the circle is behind the globe's edge.
  const limit = Math.acos(Math.min(1, Math.max(-1, -Math.tan(latitude) * Math.tan(tilt))))
  const at = (angle: number) => wholePoints(rx * Math.sin(angle), y + ry * Math.cos(angle))
  const arcTo = (angle: number, isLarge: boolean) =>
    `A${wholePoints(rx, Math.abs(ry))} 0 ${isLarge ? 1 : 0} ${tilt > 0 ? 0 : 1} ${at(angle)}`
  const arc = (from: number, to: number) => {
    if (to - from < 0.05) return ''
    // A whole circle needs two arcs: it has no ends.
    const half = to - from > 6.2 ? arcTo((from + to) / 2, false) : ''
    return `M${at(from)}${half}${arcTo(to, half === '' && to - from > Math.PI)}`
  }
  return { seen: arc(-limit, limit), hidden: arc(limit, 2 * Math.PI - limit) }
}
