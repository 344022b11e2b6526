import type { ReactNode } from 'react'

/** A message in the place of content. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section role="alert" className="mx-auto max-w-130 px-4 py-16 text-soft">
      <h2 className="mb-1 text-lg font-semibold text-ink">{title}</h2>
      {children}
    </section>
  )
}
