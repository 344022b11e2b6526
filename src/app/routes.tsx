import { lazy, Suspense, useEffect, useState } from 'react'
import { Route, Routes, useLocation } from 'react-router-dom'
import { BrowsePage } from './browse/BrowsePage.tsx'
import { DialogContext, type DialogName } from './DialogContext.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Header } from './Header.tsx'
import { loadAhead, loadModelPage, modelPageAhead } from './loadAhead.ts'
import { OpenDialog } from './OpenDialog.tsx'
import { useCanonicalLink } from './useCanonicalLink.ts'
import { usePlaceMemory } from './usePlaceMemory.ts'
import { useShortcuts } from './useShortcuts.ts'

const LazyModelPage = lazy(loadModelPage)
const CompareTray = lazy(async () => ({
  default: (await import('./yours/CompareTray.tsx')).CompareTray,
}))
const RarePages = lazy(async () => ({ default: (await import('./RarePages.tsx')).RarePages }))

export function AppRoutes() {
  const { pathname } = useLocation()
  const [dialog, setDialog] = useState<DialogName>()
  useShortcuts(setDialog)
  useEffect(() => {
    const timer = setTimeout(() => void loadAhead(), 2000)
    return () => clearTimeout(timer)
  }, [])
  return (
    <DialogContext value={setDialog}>
      <Header />
      <ErrorBoundary key={pathname}>
        <Suspense>
          <Page />
        </Suspense>
      </ErrorBoundary>
      <Suspense>
        <CompareTray />
      </Suspense>
      {dialog && (
        <OpenDialog
          key={dialog}
          name={dialog}
          onClose={() => setDialog((open) => (open === dialog ? undefined : open))}
        />
      )}
    </DialogContext>
  )
}

/** Below Suspense, so that a place is sought only once the page it lies on stands. */
function Page() {
  usePlaceMemory()
  useCanonicalLink()
  return (
    <Routes>
      <Route index element={<BrowsePage />} />
      <Route path="models/*" element={<ModelPage />} />
      <Route path="*" element={<RarePages />} />
    </Routes>
  )
}

function ModelPage() {
  const [Loaded] = useState(() => modelPageAhead() ?? LazyModelPage)
  return <Loaded />
}
