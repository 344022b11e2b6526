import { lazy } from 'react'

const ChangesPage = lazy(async () => ({ default: (await import('./changes/ChangesPage.tsx')).ChangesPage }))
const ComparePage = lazy(async () => ({ default: (await import('./compare/ComparePage.tsx')).ComparePage }))
const NotFoundPage = lazy(async () => ({ default: (await import('./NotFoundPage.tsx')).NotFoundPage }))

/** The pages that few begin with: even their names are no part of the first script. */
export function RarePages({ path }: { path: string }) {
  switch (path.replace(/\/+$/, '').toLowerCase()) {
    case '/changes':
      return <ChangesPage />
    case '/compare':
      return <ComparePage />
    default:
      return <NotFoundPage />
  }
}
