import { markMatches } from './markMatches.ts'

/** Text in which the pieces that a search matched are marked. */
export function Marked({ text, pieces }: { text: string; pieces: string[] }) {
  if (pieces.length === 0) return text
  return markMatches(text, pieces).map((part, place) =>
    part.isMatch ? (
      // oxlint-disable-next-line react/no-array-index-key -- parts have no other identity
      <mark key={place} className="rounded-[3px] bg-mark text-ink">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  )
}
