import { lazy } from 'react'
import { Route, Routes } from 'react-router-dom'

const ChangesPage = lazy(async () => ({ default: (await import('./changes/ChangesPage.tsx')).ChangesPage }))
const ComparePage = lazy(async () => ({ default: (await import('./compare/ComparePage.tsx')).ComparePage }))
const NotFoundPage = lazy(async () => ({ default: (await import('./NotFoundPage.tsx')).NotFoundPage }))

/** The pages that few begin with: even their names are no part of the first script. */
export function RarePages() {
  return (
    <Routes>
      <Route path="changes" element={<ChangesPage />} />
      <Route path="compare" element={<ComparePage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}
