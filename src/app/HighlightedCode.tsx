import { highlight } from '#code/highlight.ts'

/** Code in its colours, in a box that scrolls, also by keyboard. */
export function HighlightedCode({
  code,
  language,
  name,
  wraps = false,
}: {
  code: string
  language: Parameters<typeof highlight>[1]
  name: string
  /** Breaks lines anywhere, rather than let them run on beyond the edge. */
  wraps?: boolean
}) {
  return (
    <pre
      tabIndex={0}
      aria-label={name}
      className={`overflow-x-auto rounded-b-card p-4 font-mono text-[13px] leading-5.5 ${
        wraps ? 'wrap-anywhere whitespace-pre-wrap' : ''
      }`}
    >
      {highlight(code, language).map(({ text, kind }, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- the pieces of one text, drawn anew together
        <span key={place} className={COLOURS[kind]}>
          {text}
        </span>
      ))}
    </pre>
  )
}

const COLOURS = {
  plain: '',
  keyword: 'text-(--code-keyword)',
  string: 'text-(--code-string)',
  number: 'text-(--code-number)',
  comment: 'text-quiet',
}
