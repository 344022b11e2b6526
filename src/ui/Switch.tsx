import type { ReactNode } from 'react'

/** Something that is on or off, with what it does beside it. */
export function Switch({
  isOn,
  onTurn,
  children,
  className = '',
}: {
  isOn: boolean
  onTurn: (state: 'on' | 'off') => void
  children: ReactNode
  className?: string
}) {
  return (
    <label className={`flex min-h-11 cursor-pointer items-center justify-between gap-4 ${className}`}>
      <span>{children}</span>
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => onTurn(target.checked ? 'on' : 'off')}
        className="relative h-6 w-10 shrink-0 appearance-none rounded-full border border-edge bg-sunken transition-colors before:absolute before:top-0.75 before:left-0.75 before:size-4 before:rounded-full before:bg-edge before:transition-transform checked:border-ink checked:bg-ink checked:before:translate-x-4 checked:before:bg-paper forced-colors:appearance-auto"
      />
    </label>
  )
}
