import { Icon } from '#ui/Icon.tsx'
import type { PropertyRow } from './compareModels.ts'

/** In place of the rows that are the same in all models: how many they are, and a way to see them. */
export function SettledLine({
  rows,
  isOpen,
  onTurn,
}: {
  rows: readonly PropertyRow[]
  isOpen: boolean
  onTurn: () => void
}) {
  const paths = new Set(rows.map(({ path }) => path))
  const isWithin = ({ path }: PropertyRow) =>
    [...paths].some((other) => path !== other && path.startsWith(`${other}.`))
  const names = rows.filter((row) => !isWithin(row)).map(({ name }) => name)
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 py-1.5">
      <button
        type="button"
        aria-expanded={isOpen}
        className="inline-flex min-h-8 items-center gap-2 rounded-md text-[14px] font-medium pointer-coarse:min-h-11"
        onClick={onTurn}
      >
        <Icon name="chevron" className={isOpen ? 'rotate-90' : ''} />
        {rows.length} the same
      </button>
      {!isOpen && names.length > 0 && (
        <span className="min-w-0 font-mono text-[12.5px] text-quiet wrap-anywhere">{names.join(' · ')}</span>
      )}
    </div>
  )
}
