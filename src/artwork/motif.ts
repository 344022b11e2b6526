export type Motif = 'image' | 'video' | 'audio' | '3d' | 'text' | 'training'

/** What a category's models give, by the right side of its name: `image-to-video` is video. Text when nothing tells. */
export function motifOf(category: string): Motif {
  const output = category.trim().toLowerCase().split('-to-').at(-1) ?? ''
  return MOTIF_BY_OUTPUT.get(output) ?? 'text'
}

const MOTIF_BY_OUTPUT = new Map<string, Motif>([
  ['image', 'image'],
  ['video', 'video'],
  ['audio', 'audio'],
  ['speech', 'audio'],
  ['music', 'audio'],
  ['3d', '3d'],
  ['world', '3d'],
  ['training', 'training'],
])
