import * as z from 'zod/mini'

export const Place = z.object({
  scrollY: z.number(),
  /** What is marked `data-place` with this name, and how far below the top of the screen it is. */
  anchor: z.optional(z.string()),
  anchorTop: z.optional(z.number()),
  /** Which of its links and buttons has the focus. */
  focused: z.optional(z.number()),
})
export type Place = z.infer<typeof Place>

export function findPlace(name: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-place="${CSS.escape(name)}"]`)
}

export function controlsOf(place: HTMLElement): HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>('a, button')]
}
