import { useMemo } from 'react'
import { readProse, type Prose as Piece } from '#schema/readProse.ts'

/** A description with its code, emphasis and links; never HTML. */
export function Prose({ text }: { text: string }) {
  const pieces = useMemo(() => readProse(text), [text])
  return <Pieces pieces={pieces} />
}

function Pieces({ pieces }: { pieces: Piece[] }) {
  // oxlint-disable-next-line react/no-array-index-key -- the pieces of one text, drawn anew together
  return pieces.map((piece, place) => <OnePiece key={place} piece={piece} />)
}

function OnePiece({ piece }: { piece: Piece }) {
  switch (piece.kind) {
    case 'code':
      return <code className="rounded bg-sunken px-1 font-mono text-[0.9em] text-ink">{piece.text}</code>
    case 'bold':
      return (
        <strong className="font-semibold text-ink">
          <Pieces pieces={piece.parts} />
        </strong>
      )
    case 'italic':
      return (
        <em>
          <Pieces pieces={piece.parts} />
        </em>
      )
    case 'link':
      return (
        <a
          href={piece.href}
          target="_blank"
          rel="noreferrer nofollow"
          className="text-ink underline decoration-edge underline-offset-3 hover:decoration-ink"
        >
          {piece.text}
        </a>
      )
    default:
      return piece.text
  }
}
