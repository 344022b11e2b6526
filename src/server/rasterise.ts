import { loadSharp } from './loadSharp.ts'

/**
 * A drawing as WebP, so wide, in the shape of a card. Every picture that is SVG makes the browser set up a document of
 * its own on the thread that the page runs on, 5 ms each; a bitmap is decoded beside it. Undefined where `sharp` is not
 * installed.
 */
export async function rasterise(svg: string, width: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const sharp = await loadSharp()
  if (!sharp) return undefined
  // Drawn at its width, rather than shrunk to it.
  const { data } = await sharp(Buffer.from(svg), { density: (72 * width) / 640 })
    .resize(width, (width * 10) / 16)
    // More effort takes half as long again, for 3 % fewer bytes. A small one is shown as large as it is, or a little
    // larger: what hides between the dots of the other shows as steps in its colours.
    .webp({ effort: 2, ...(width < 640 ? { quality: 93, smartSubsample: true } : { quality: 80 }) })
    .toBuffer({ resolveWithObject: true })
  return new Uint8Array(data)
}

/** The size that chat programs and networks ask of the picture beside a link. */
export const CARD = { width: 1200, height: 630 }

/** A drawing as PNG in the size of a {@link CARD}, cut above and below: few of those who show one know SVG or WebP. */
export async function rasteriseCard(svg: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const sharp = await loadSharp()
  if (!sharp) return undefined
  // Drawn at its width, rather than enlarged to it.
  const { data } = await sharp(Buffer.from(svg), { density: (72 * CARD.width) / 640 })
    .resize({ ...CARD, fit: 'cover' })
    .png({ palette: true, effort: 4 })
    .toBuffer({ resolveWithObject: true })
  return new Uint8Array(data)
}

/** A picture as JPEG in the size of a {@link CARD}. */
export async function recastCard(picture: Uint8Array): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const sharp = await loadSharp()
  if (!sharp) return undefined
  const { data } = await sharp(picture)
    .resize({ ...CARD, fit: 'cover' })
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
  return new Uint8Array(data)
}
