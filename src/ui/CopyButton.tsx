import { useEffect, useState } from 'react'
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
  text: string
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
          copy(text).then(
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

/** The clipboard API is missing where a page was served without TLS from another machine. */
async function copy(text: string) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  const area = document.createElement('textarea')
  area.value = text
  area.setAttribute('readonly', '')
  area.style.position = 'fixed'
  area.style.opacity = '0'
  const before = document.activeElement
  document.body.append(area)
  area.select()
  // Deprecated, and the only way there.
  const copied = document.execCommand('copy')
  area.remove()
  if (before instanceof HTMLElement) before.focus()
  if (!copied) throw new Error('The browser does not allow copying')
  return undefined
}
