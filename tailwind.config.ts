import type { Config } from 'tailwindcss'

/** Names for the tokens of src/styles.css, where light and dark are told apart. */
export default {
  content: ['./index.html', './src/app/**/*.tsx', './src/ui/**/*.tsx'],
  theme: {
    extend: {
      colors: {
        paper: 'var(--paper)',
        raised: 'var(--raised)',
        sunken: 'var(--sunken)',
        ink: 'var(--ink)',
        soft: 'var(--ink-soft)',
        quiet: 'var(--ink-quiet)',
        line: 'var(--line)',
        edge: 'var(--edge)',
        focus: 'var(--focus)',
        alarm: 'var(--alarm)',
        mark: 'var(--mark)',
      },
      fontFamily: {
        sans: ['Geist Variable', 'Geist Fallback', 'system-ui', 'sans-serif'],
        mono: ['Geist Mono Variable', 'Geist Mono Fallback', 'ui-monospace', 'monospace'],
      },
      borderRadius: { card: '12px' },
    },
  },
} satisfies Config
