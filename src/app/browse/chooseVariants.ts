import type { Model } from '#contract/models.ts'

type Variant = NonNullable<Model['variants']>[number]

/** What fits on the line of the narrowest card, in letters, with "+12 more" behind it. */
const ROOM = 32
const SEPARATOR = 3

/** The variants that fit on the one line a card has for them, in order, the first one in any case; and how many do not. */
export function chooseVariants(variants: Variant[]): { shown: Variant[]; hidden: number } {
  let left = ROOM + SEPARATOR
  const end = variants.findIndex(({ label }) => (left -= label.length + SEPARATOR) < 0)
  const shown = (end === -1 ? variants : variants.slice(0, Math.max(1, end))).map((variant) => ({
    ...variant,
    label: shorten(variant.label),
  }))
  return { shown, hidden: variants.length - shown.length }
}

function shorten(label: string): string {
  return label.length > ROOM ? `${label.slice(0, ROOM - 1).trimEnd()}…` : label
}
