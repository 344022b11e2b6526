import { Link } from 'react-router-dom'
import { formatNumber } from '#app/format.ts'

/** A few ways to see the list, as links side by side, each with the number that it would leave. */
export function Segments({
  label,
  choices,
  className = '',
}: {
  label: string
  choices: {
    name: string
    to: string
    isChosen: boolean
    count?: number | undefined
    /** What is counted. */
    unit?: string
  }[]
  className?: string
}) {
  return (
    <nav
      aria-label={label}
      className={`flex flex-wrap rounded-[10px] bg-sunken p-1 text-[13.5px] ${className}`}
    >
      {choices.map(({ name, to, isChosen, count, unit = 'models' }) => (
        <Link
          key={name}
          to={to}
          aria-current={isChosen || undefined}
          className={`flex items-center gap-1.5 rounded-[7px] px-2.5 py-1 max-[360px]:gap-1 max-[360px]:px-1.5 pointer-coarse:min-h-11 ${
            isChosen
              ? 'bg-raised font-medium text-ink shadow-sm ring-1 ring-edge'
              : 'text-soft hover:text-ink'
          }`}
        >
          {name}
          {count !== undefined && (
            <span className="font-mono text-[12px] font-normal text-quiet">
              {formatNumber(count)}
              <span className="sr-only"> {unit}</span>
            </span>
          )}
        </Link>
      ))}
    </nav>
  )
}
