import { valueInWords } from '#schema/valueInWords.ts'

/** A JSON value in short. Words for it, such as "empty string", look different from a text of these words. */
export function Value({ value }: { value: unknown }) {
  const words = valueInWords(value)
  return words === value || words === JSON.stringify(value) ? words : <i>{words}</i>
}
