import { type Drawing, points } from './drawing.ts'
import { type Random, between } from './random.ts'

/** A training run's loss, falling; in motion it is drawn again. */
export function drawLossCurve(random: Random, scope: string): Drawing {
  const steepness = between(random, 3, 6)
  const noise = between(random, 6, 13)
  const steps = 44
  let raw = ''
  let smooth = ''
  for (let i = 0; i <= steps; i++) {
    const at = i / steps
    const x = -170 + 340 * at
    const y = 78 - 165 * Math.exp(-steepness * at)
    raw += `${i === 0 ? 'M' : 'L'}${points(x, y + (random() - 0.5) * 2 * noise * (1 - 0.6 * at))}`
    if (i % 4 === 0) smooth += `${i === 0 ? 'M' : 'L'}${points(x, y)}`
  }
  const grid = [-90, -45, 0, 45, 90].map((y) => `M-170 ${y}h340`).join('')
  return {
    shapes: `<g transform="translate(320 200)" fill="none" stroke="#fff" stroke-linejoin="round" stroke-linecap="round"><path d="${grid}" opacity=".25"/><path d="${smooth}" opacity=".4" stroke-width="6"/><path class="c" d="${raw}" stroke-width="2.6" pathLength="1"/></g>`,
    motion: `#${scope} .c{stroke-dasharray:1;animation:${scope}c 9s ease-in-out infinite}@keyframes ${scope}c{10%{stroke-dashoffset:0;opacity:1}16%{stroke-dashoffset:0;opacity:0}17%{stroke-dashoffset:1;opacity:1}80%{stroke-dashoffset:0}}`,
  }
}
