import { useEffect, useState } from 'react'
import { copyText } from './copyText.ts'
import { Icon } from './Icon.tsx'

/** Copies text and says so, to the eye and to a screen reader. `children` is the label; `name` tells two such buttons apart. */
export function CopyButton({
  text,
  name,
  children = 'Copy',
  icon = 'copy',
  shortcut,
  className = 'button',
}: {
  /** A function where it is only known once someone asks. */
  text: string | (() => string)
  name?: string
  children?: string | null
  icon?: 'copy' | 'link'
  /** The key that presses it. */
  shortcut?: string
  className?: string
}) {
  const [outcome, setOutcome] = useState<'copied' | 'refused'>()

  useEffect(() => {
    if (!outcome) return undefined
    const timer = setTimeout(() => setOutcome(undefined), 2000)
    return () => clearTimeout(timer)
  }, [outcome])

  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={name}
        data-shortcut={shortcut}
        onClick={() => {
          copyText(typeof text === 'string' ? text : text()).then(
            () => setOutcome('copied'),
            () => setOutcome('refused'),
          )
        }}
      >
        <Icon name={outcome === undefined ? icon : OUTCOME_ICONS[outcome]} />
        {children}
      </button>
      <output className="sr-only">
        {outcome === 'copied' && 'Copied'}
        {outcome === 'refused' && 'Copying failed: the browser does not allow it here'}
      </output>
    </>
  )
}

const OUTCOME_ICONS = { copied: 'check', refused: 'close' } as const
