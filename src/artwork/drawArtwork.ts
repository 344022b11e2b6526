import { drawBackground } from './background.ts'
import { type Drawing, short } from './drawing.ts'
import { drawFrameStack } from './frameStack.ts'
import { drawLossCurve } from './lossCurve.ts'
import type { Motif } from './motif.ts'
import { drawNestedFrames } from './nestedFrames.ts'
import { paletteOf } from './palette.ts'
import { type Random, between, hashOf, randomFrom } from './random.ts'
import { drawTokenRows } from './tokenRows.ts'
import { drawWaveform } from './waveform.ts'
import { drawWireSphere } from './wireSphere.ts'

export { type Motif, motifOf } from './motif.ts'

/**
 * A model's cover as an SVG document of 640 × 400 units, under 6 kB, always the same for the same model. The family
 * decides the colours, the endpoint id their balance and the composition, the motif what is drawn. Nothing of the texts gets into the
 * document. The animated one begins as the still one looks, and stands still under `prefers-reduced-motion`.
 */
export function drawArtwork(
  model: { endpointId: string; family: string; motif: Motif },
  options: { animated: boolean },
): string {
  // Ids and names of animations are the picture's own, so that many can stand in one page.
  const scope = `a${(hashOf(`${model.motif} ${model.family} ${model.endpointId}`) % 36 ** 4).toString(36)}`
  const random = randomFrom(model.endpointId)
  const light = between(random, 0, 2 * Math.PI)
  const background = drawBackground(paletteOf(model.family, model.motif, random), light, random, scope)
  const motif = DRAW_MOTIF[model.motif](random, scope)
  const style = options.animated
    ? `<style>${background.motion}${motif.motion}@media (prefers-reduced-motion: reduce){#${scope} *{animation:none!important}}</style>`
    : ''
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-320 -200 640 400" id="${scope}">${style}${background.shapes}${ink(light, scope)}` +
    `<g fill="none" stroke="url(#${scope}w)">${motif.shapes}</g></svg>`
  )
}

/** White that pales away from the light. */
function ink(light: number, scope: string): string {
  const x = short(190 * Math.cos(light), 0)
  const y = short(120 * Math.sin(light), 0)
  return `<linearGradient id="${scope}w" gradientUnits="userSpaceOnUse" x2="${x}" y2="${y}"><stop stop-color="#fffd"/><stop offset="1" stop-color="#fff"/></linearGradient>`
}

const DRAW_MOTIF: { [motif in Motif]: (random: Random, scope: string) => Drawing } = {
  image: drawNestedFrames,
  video: drawFrameStack,
  audio: drawWaveform,
  '3d': drawWireSphere,
  text: drawTokenRows,
  training: drawLossCurve,
}
