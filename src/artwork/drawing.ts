/** A part of an artwork. Without the motion, the shapes stand as they are when the motion begins. */
export interface Drawing {
  /** SVG elements. */
  shapes: string
  /** CSS rules. */
  motion: string
}

/** A number as short as SVG allows, to a tenth unless told. */
export function short(value: number, digits = 1): string {
  const rounded = Number(value.toFixed(digits))
  return String(rounded === 0 ? 0 : rounded).replace(/^(-?)0\./, '$1.')
}

/** Numbers for a path. */
export function points(...values: number[]): string {
  return pointsTo(1, values)
}

/** Whole numbers for a path. */
export function wholePoints(...values: number[]): string {
  return pointsTo(0, values)
}

function pointsTo(digits: number, values: number[]): string {
  return values
    .map((value) => short(value, digits))
    .join(' ')
    .replaceAll(' -', '-')
}
