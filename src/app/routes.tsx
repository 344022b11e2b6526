import { lazy, Suspense, useEffect, useState } from 'react'
import { DialogContext, type DialogName } from './DialogContext.ts'
import { Header } from './Header.tsx'
import { loadAhead } from './loadAhead.ts'
import { OpenDialog } from './OpenDialog.tsx'
import { Pages } from './Pages.tsx'
import { useShortcuts } from './useShortcuts.ts'

const CompareTray = lazy(async () => ({
  default: (await import('./yours/CompareTray.tsx')).CompareTray,
}))

export function AppRoutes() {
  const [dialog, setDialog] = useState<DialogName>()
  useShortcuts(setDialog)
  useEffect(() => {
    const timer = setTimeout(() => void loadAhead(), 2000)
    return () => clearTimeout(timer)
  }, [])
  return (
    <DialogContext value={setDialog}>
      <Header />
      <Pages />
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
