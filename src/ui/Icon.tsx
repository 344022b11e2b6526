const PATHS = {
  search: 'M7 12a5 5 0 1 0 0-10 5 5 0 0 0 0 10Zm3.6-1.4L14 14',
  copy: 'M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z',
  check: 'm2.5 8.5 3.5 3.5 7.5-8',
  link: 'M6.5 9.5a3 3 0 0 0 4.3 0l2.4-2.4a3 3 0 0 0-4.3-4.3L7.8 4M9.5 6.5a3 3 0 0 0-4.3 0L2.8 8.9a3 3 0 0 0 4.3 4.3L8.2 12',
  close: 'm3.5 3.5 9 9m0-9-9 9',
  chevron: 'm5.5 3 5 5-5 5',
  back: 'M13.5 8h-11m4.5-4.5L2.5 8 7 12.5',
  arrow: 'M2.5 8h11M9 3.5 13.5 8 9 12.5',
  up: 'M8 13.5v-11M3.5 7 8 2.5 12.5 7',
  download: 'M8 2v8.5M4 7l4 4 4-4M2.5 14h11',
  code: 'm5 4-4 4 4 4m6-8 4 4-4 4',
  menu: 'M2 4.5h12M2 8h12M2 11.5h12',
  external: 'M6 3H3v10h10v-3M9 2.5h4.5V7m0-4.5-6 6',
  star: 'm8 2 1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.3l-3.7 2 .8-4.1L2 6.3l4.2-.5z',
  columns: 'M2.5 3h4v10h-4zm7 0h4v10h-4z',
  filter: 'M2 4.5h12M4.5 8h7M6.5 11.5h3',
} as const

/** A line drawing in the colour and size of the text around it; it says nothing to a screen reader. */
export function Icon({ name, className = '' }: { name: keyof typeof PATHS; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      // Not a class, which would win over one that fills it.
      fill="none"
      className={`inline-block size-[1em] shrink-0 stroke-current ${className}`}
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
