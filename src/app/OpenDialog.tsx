import { type ComponentType, lazy, Suspense, useState } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import type { DialogName } from './DialogContext.ts'
import { loadFilterSheet, loadPalette } from './loadAhead.ts'

/** The dialog that is open, above whatever page stands there. Its code comes when it is first opened. */
export function OpenDialog({ name, onClose }: { name: DialogName; onClose: () => void }) {
  // Anew at each opening: what could not be fetched once is tried again.
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

function NotLoaded({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="This could not be loaded" onClose={onClose}>
      <p className="text-soft">The server does not answer. Try again when the network is back.</p>
    </Dialog>
  )
}
