import type { Sharp } from '#server/loadSharp.ts'
import { NoPictureError } from './fetchPicture.ts'

/** The forms in which a picture is kept, all WebP: two widths of its first frame, and the moving one. */
export const RENDITIONS = ['320', '640', 'animated'] as const
export type Rendition = (typeof RENDITIONS)[number]
export type Bytes = Uint8Array<ArrayBuffer>

/** Raised whenever a rendition of the same picture becomes another one: addresses and files then have other names. */
export const RENDITION_FORMAT = 1

export type Renditions = Partial<Record<Rendition, Bytes>>

/**
 * What came from somewhere, as a still picture in both sizes or as a moving one. What it says of itself is not asked: its
 * first bytes must be of a bitmap that browsers know, and what is sent on is only what was decoded from it. Throws when
 * that fails.
 */
export async function renderPicture(sharp: Sharp, bytes: Buffer, isAnimated: boolean): Promise<Renditions> {
  // A foreign SVG is a program for whoever draws it: what it takes of time and memory nobody knows beforehand.
  if (!BITMAPS.test(bytes.toString('latin1', 0, 16))) throw new NoPictureError('not a bitmap')
  try {
    return isAnimated
      ? { animated: await render(320) }
      : { '320': await render(320), '640': await render(640) }
  } catch {
    throw new NoPictureError('cannot be decoded')
  }

  async function render(width: number): Promise<Bytes> {
    const { data } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, animated: isAnimated })
      .timeout({ seconds: MAX_SECONDS })
      .autoOrient()
      // As a card cuts it.
      .resize(width, (width * 10) / 16, { fit: 'cover', withoutEnlargement: true })
      .webp({ quality: 75, effort: 2 })
      .toBuffer({ resolveWithObject: true })
    return new Uint8Array(data)
  }
}

/** JPEG, PNG, GIF and WebP. Not AVIF: with 1.4 kB of it decoding takes 900 MB and seconds, which no limit stops. */
const BITMAPS = /^(\xff\xd8\xff|\x89PNG\r\n|GIF8[79]a|RIFF[^]{4}WEBP)/
/** 5000 × 5000, or 50 frames of 800 × 600; the worst of which take 180 MB. */
const MAX_PIXELS = 25_000_000
const MAX_SECONDS = 5
