import { useMemo } from 'react'
import { highlight } from '#code/highlight.ts'
import type { Language } from '#code/languages.ts'

const COLOURS = {
  plain: '',
  keyword: 'text-(--code-keyword)',
  string: 'text-(--code-string)',
  number: 'text-(--code-number)',
  comment: 'text-quiet',
}

/** Code in colours. While what writes it is being fetched, the place it will take. */
export function CodeText({
  code,
  language: { name, syntax },
  isComing,
}: {
  code: string
  language: Language
  isComing: boolean
}) {
  const pieces = useMemo(() => highlight(code, syntax), [code, syntax])
  return (
    <pre
      // A region that scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={`${name} code`}
      aria-busy={isComing}
      className="max-h-[70dvh] min-h-40 lg:max-h-[34dvh] min-[100rem]:max-h-[70dvh] overflow-auto rounded-b-card p-4 font-mono text-[13px] leading-5.5"
    >
      {pieces.map(({ text, kind }, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- the pieces of one text, drawn anew together
        <span key={place} className={COLOURS[kind]}>
          {text}
        </span>
      ))}
    </pre>
  )
}
