import type { default as sharp } from 'sharp'

export type Sharp = typeof sharp

/** `sharp`, which is native and optional; undefined where it is not installed. */
export function loadSharp(): Promise<Sharp | undefined> {
  return (loading ??= import('sharp').then(
    ({ default: sharp }) => sharp,
    () => undefined,
  ))
}

let loading: Promise<Sharp | undefined> | undefined
