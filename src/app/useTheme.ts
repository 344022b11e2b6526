import { useState } from 'react'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** The reader's choice of light or dark, kept in this browser; public/theme.js applies it before the first paint. */
export function useTheme() {
  const [theme, setTheme] = useState(readTheme)
  function chooseTheme(chosen: Theme) {
    setTheme(chosen)
    if (chosen === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = chosen
    try {
      localStorage.setItem('theme', chosen)
    } catch {
      // No storage: the choice lasts as long as the page.
    }
  }
  return [theme, chooseTheme] as const
}

function readTheme(): Theme {
  return THEMES.find((known) => known === document.documentElement.dataset['theme']) ?? 'system'
}
