/** Holds the place of the table until its first rows, or its code, are there. */
export function TableSkeleton() {
  return (
    <div aria-hidden="true" className="animate-pulse">
      {Array.from({ length: 24 }, (_, place) => (
        <div key={place} className="flex h-9 items-center border-b border-line">
          <div className="h-3 w-2/3 rounded bg-sunken" />
        </div>
      ))}
    </div>
  )
}
