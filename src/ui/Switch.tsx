import type { ReactNode } from 'react'

/** Something that is on or off, with what it does beside it. */
export function Switch({
  isOn,
  onTurn,
  id,
  labelledBy,
  describedBy,
  children,
  className = '',
}: {
  isOn: boolean
  onTurn: (state: 'on' | 'off') => void
  id?: string
  /** The ids of what names it, where that is not `children`, and of what else is said about it. */
  labelledBy?: string
  describedBy?: string | undefined
  children: ReactNode
  className?: string
}) {
  return (
    <label className={`flex min-h-11 cursor-pointer items-center justify-between gap-4 ${className}`}>
      <span>{children}</span>
      <input
        type="checkbox"
        id={id}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        checked={isOn}
        onChange={({ target }) => onTurn(target.checked ? 'on' : 'off')}
        className="relative h-6 w-10 shrink-0 appearance-none rounded-full border border-edge bg-sunken transition-colors before:absolute before:top-0.75 before:left-0.75 before:size-4 before:rounded-full before:bg-edge before:transition-transform checked:border-ink checked:bg-ink checked:before:translate-x-4 checked:before:bg-paper forced-colors:appearance-auto forced-colors:before:hidden"
      />
    </label>
  )
}
