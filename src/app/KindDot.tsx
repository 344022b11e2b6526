import { motifOf } from '#artwork/motif.ts'

/** The colour of what a category returns, beside its name: never the only carrier of that meaning. */
export function KindDot({ category, className = '' }: { category: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      data-kind={motifOf(category)}
      className={`size-2 shrink-0 rounded-full forced-color-adjust-none ${className}`}
    />
  )
}
