import { useId, type ReactNode } from 'react'

export type Tab = { key: string; label: ReactNode; content: ReactNode }

/**
 * Tabs with the arrow keys of the tabs pattern; `aside` stands at the right end of the row, and `otherwise` in place of
 * the panel while none of the tabs is selected; without it the first tab is.
 */
export function Tabs({
  tabs,
  selected,
  onSelect,
  label,
  aside,
  otherwise,
  variant,
}: {
  tabs: Tab[]
  selected: string
  onSelect: (key: string) => void
  label: string
  aside?: ReactNode
  otherwise?: ReactNode
  variant: 'underlined' | 'boxed'
}) {
  const id = useId()
  const chosen = tabs.find(({ key }) => key === selected)
  const shown = chosen ?? (otherwise === undefined ? tabs[0] : undefined)
  const reachable = shown ?? tabs[0]
  if (!reachable) return null
  const look = LOOKS[variant]

  return (
    <>
      <div className={look.row}>
        <div
          role="tablist"
          aria-label={label}
          className={look.list}
          onKeyDown={(event) => {
            const next = neighbour(tabs, reachable.key, event.key)
            if (!next) return
            event.preventDefault()
            onSelect(next.key)
            document.getElementById(`${id}-tab-${next.key}`)?.focus()
          }}
        >
          {tabs.map(({ key, label: text }) => (
            <button
              key={key}
              id={`${id}-tab-${key}`}
              type="button"
              role="tab"
              aria-selected={key === shown?.key}
              aria-controls={`${id}-panel`}
              tabIndex={key === reachable.key ? 0 : -1}
              className={`${look.tab} ${key === shown?.key ? look.chosen : look.other}`}
              onClick={() => onSelect(key)}
            >
              {text}
            </button>
          ))}
        </div>
        {aside}
      </div>
      {shown ? (
        <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${shown.key}`}>
          {shown.content}
        </div>
      ) : (
        <div id={`${id}-panel`}>{otherwise}</div>
      )}
    </>
  )
}

const LOOKS = {
  underlined: {
    row: 'flex items-end justify-between gap-4 border-b border-line',
    list: 'flex gap-5 overflow-x-auto px-0.5 pt-1',
    tab: 'flex shrink-0 items-center gap-2 border-b-2 py-2.5 text-[14.5px] font-medium pointer-coarse:min-h-11',
    chosen: 'border-ink text-ink',
    other: 'border-transparent text-soft hover:text-ink',
  },
  boxed: {
    row: 'flex flex-wrap items-center justify-between gap-2 border-b border-line p-2',
    list: 'flex max-w-full gap-1 overflow-x-auto p-0.5 max-sm:gap-0',
    tab: 'shrink-0 rounded-lg px-2.5 py-1.5 text-[13.5px] max-sm:px-1.5 pointer-coarse:min-h-11',
    chosen: 'bg-sunken font-medium text-ink',
    other: 'text-soft hover:text-ink',
  },
} as const

function neighbour(tabs: Tab[], current: string, key: string): Tab | undefined {
  const place = tabs.findIndex((tab) => tab.key === current)
  if (key === 'ArrowRight') return tabs[(place + 1) % tabs.length]
  if (key === 'ArrowLeft') return tabs.at(place - 1)
  if (key === 'Home') return tabs[0]
  if (key === 'End') return tabs.at(-1)
  return undefined
}
