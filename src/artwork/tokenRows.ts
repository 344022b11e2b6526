import { type Drawing, points, short } from './drawing.ts'
import { type Random, between } from './random.ts'

/** Lines of tokens, some of them bright; in motion others light up in turn. */
export function drawTokenRows(random: Random, scope: string): Drawing {
  const groups = ['', '', '', '', '', '']
  let bright = ''
  for (let row = 0; row < 7; row++) {
    const end = 150 - between(random, 0, 90)
    let x = -150
    while (x < end) {
      const width = Math.min(between(random, 6, 58), 160 - x)
      const pill = `M${points(x, row * 27 - 81)}h${short(width)}`
      if (random() < 0.2) bright += pill
      else {
        const k = Math.floor(random() * groups.length)
        groups[k] = `${groups[k]}${pill}`
      }
      x += width + 24
    }
  }
  return {
    shapes: `<g transform="translate(320 200)" stroke="#fff" stroke-width="11" stroke-linecap="round">${groups.map((path, i) => `<path class="k" style="animation-delay:${i * 1.2}s" opacity=".38" d="${path}M0 0"/>`).join('')}<path d="${bright}M0 0"/></g>`,
    motion: `#${scope} .k{animation:${scope}k 7.2s ease-in-out infinite}@keyframes ${scope}k{15%{opacity:1}40%{opacity:.38}}`,
  }
}
