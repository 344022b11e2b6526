import { type ComponentType, lazy, Suspense, useState } from 'react'
import type { DialogName } from './DialogContext.ts'
import { loadFilterSheet, loadPalette } from './loadAhead.ts'

/** The dialog that is open, above whatever page stands there. Its code comes when it is first opened. */
export function OpenDialog({ name, onClose }: { name: DialogName; onClose: () => void }) {
  // Anew at each opening: what could not be fetched once is tried again, where the browser does so.
  const [Content] = useState(() => lazy(() => load(name)))
  return (
    <Suspense>
      <Content onClose={onClose} />
    </Suspense>
  )
}

type DialogContent = ComponentType<{ onClose: () => void }>

const CONTENTS: Record<DialogName, () => Promise<DialogContent>> = {
  export: async () => (await import('./browse/ExportDialog.tsx')).ExportDialog,
  filters: loadFilterSheet,
  palette: loadPalette,
  request: async () => (await import('./browse/RequestDialog.tsx')).RequestDialog,
  shortcuts: async () => (await import('./ShortcutsHelp.tsx')).ShortcutsHelp,
}

async function load(name: DialogName): Promise<{ default: DialogContent }> {
  return { default: await CONTENTS[name]().catch(() => NotLoaded) }
}

/** Not a dialog: the code of those may be what is missing. */
function NotLoaded({ onClose }: { onClose: () => void }) {
  return (
    <div
      role="alert"
      className="floating inset-x-4 bottom-4 z-30 mx-auto flex max-w-140 items-center justify-between gap-4"
    >
      This could not be loaded: the server does not answer.
      <button type="button" className="button" onClick={onClose}>
        Close
      </button>
    </div>
  )
}
