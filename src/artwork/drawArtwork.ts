import { drawBackground } from './background.ts'
import type { Drawing } from './drawing.ts'
import { drawFrameStack } from './frameStack.ts'
import { drawLossCurve } from './lossCurve.ts'
import type { Motif } from './motif.ts'
import { drawNestedFrames } from './nestedFrames.ts'
import { paletteOf } from './palette.ts'
import { type Random, hashOf, randomFrom } from './random.ts'
import { drawTokenRows } from './tokenRows.ts'
import { drawWaveform } from './waveform.ts'
import { drawWireSphere } from './wireSphere.ts'

export { type Motif, motifOf } from './motif.ts'

/**
 * A model's cover as an SVG document of 640 × 400 units, under 6 kB, always the same for the same model. The family
 * decides the colours, the endpoint id the composition, the motif what is drawn. Nothing of the texts gets into the
 * document. The animated one begins as the still one looks, and stands still under `prefers-reduced-motion`.
 */
export function drawArtwork(
  model: { endpointId: string; family: string; motif: Motif },
  options: { animated: boolean },
): string {
  // Ids and class names are the picture's own, so that many can stand in one page.
  const scope = `a${hashOf(`${model.motif} ${model.family} ${model.endpointId}`).toString(36)}`
  const random = randomFrom(model.endpointId)
  const background = drawBackground(paletteOf(model.family, model.motif), random, scope)
  const motif = DRAW_MOTIF[model.motif](random, scope)
  const style = options.animated
    ? `<style>${background.motion}${motif.motion}@media (prefers-reduced-motion: reduce){#${scope} *{animation:none!important}}</style>`
    : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" id="${scope}">${style}${background.shapes}${motif.shapes}</svg>`
}

const DRAW_MOTIF: { [motif in Motif]: (random: Random, scope: string) => Drawing } = {
  image: drawNestedFrames,
  video: drawFrameStack,
  audio: drawWaveform,
  '3d': drawWireSphere,
  text: drawTokenRows,
  training: drawLossCurve,
}
