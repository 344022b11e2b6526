import type { Medium } from '#contract/models.ts'

/** A medium as people write it: "image", "3D". */
export function mediumInWords(medium: Medium): string {
  return medium === '3d' || medium === 'json' ? medium.toUpperCase() : medium
}
