import { useSyncExternalStore } from 'react'
import { store } from './storage.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** The reader's choice of light or dark, kept in this browser; public/theme.js applies it before the first paint. */
export function useTheme() {
  return [useSyncExternalStore(subscribe, readTheme), chooseTheme] as const
}

function chooseTheme(chosen: Theme) {
  if (chosen === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = chosen
  store('theme', chosen)
  colourBrowser(chosen)
}

function subscribe(onChange: () => void) {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

function readTheme(): Theme {
  return THEMES.find((known) => known === document.documentElement.dataset['theme']) ?? 'system'
}

/** The bars around the page, which follow the system unless told otherwise. */
function colourBrowser(theme: Theme) {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const scheme = theme === 'system' ? meta.dataset['scheme'] : theme
    meta.content = scheme === 'dark' ? '#0a0b0e' : '#fcfcfd'
  }
}
