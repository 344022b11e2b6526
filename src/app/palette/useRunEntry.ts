import { flushSync } from 'react-dom'
import { useLocation, useNavigate } from 'react-router-dom'
import type { PaletteEntry } from './PaletteEntry.ts'

/** The keys that were held when an entry was chosen. */
export type EnterKey = { ctrlKey: boolean; metaKey: boolean }

/** Does what an entry is for. A link opens in another tab under the keys that make a link do so. */
export function useRunEntry(onClose: () => void, onOutcome: (outcome: string) => void) {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  return (entry: PaletteEntry, { ctrlKey, metaKey }: EnterKey) => {
    if ('run' in entry) {
      const outcome = entry.run()
      if (outcome) void outcome.then(onOutcome)
      else onClose()
    } else if (ctrlKey || metaKey) {
      window.open(entry.to, '_blank', 'noopener')
    } else {
      flushSync(onClose)
      // The focus, just back where it was, belongs to the page that comes.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      void navigate(entry.to, { state: { from: `${pathname}${search}` } })
    }
  }
}
