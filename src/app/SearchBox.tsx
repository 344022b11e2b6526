import { useCallback } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom'
import { MAX_Q_LENGTH } from '#contract/modelsFilter.ts'
import { Icon } from '#ui/Icon.tsx'
import { readFilters, withFilter } from './filters.ts'
import { browsePath } from './links.ts'
import { useSearchDraft } from './useSearchDraft.ts'

/**
 * Searches as one types on the browse page. Elsewhere it waits for Enter: a pause in typing must not carry the
 * reader away from the page they are on.
 */
export function SearchBox() {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const isBrowsing = pathname === '/'
  const commit = useCallback(
    (q: string) => {
      const filters = isBrowsing ? readFilters(params) : {}
      if (q === (filters.q ?? '') && isBrowsing) return
      void navigate(browsePath(withFilter(filters, 'q', q || undefined)), { replace: isBrowsing })
    },
    [isBrowsing, params, navigate],
  )
  const q = isBrowsing ? (readFilters(params).q ?? '') : ''
  const { draft, setDraft, commitNow } = useSearchDraft(q, isBrowsing, commit)
  return (
    <SearchForm
      text={draft}
      onType={setDraft}
      onSubmit={commitNow}
      onLeave={isBrowsing ? commitNow : undefined}
    />
  )
}

function SearchForm({
  text,
  onType,
  onSubmit,
  onLeave,
}: {
  text: string
  onType: (text: string) => void
  onSubmit: (text: string) => void
  /** When the box loses the focus, say to a card: what was typed until then counts. */
  onLeave: ((text: string) => void) | undefined
}) {
  return (
    <search className="relative w-full max-w-160">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit(text)
        }}
      >
        <Icon
          name="search"
          className="pointer-events-none absolute top-1/2 left-3.5 -translate-y-1/2 text-quiet"
        />
        <input
          data-shortcut="/"
          type="search"
          aria-label="Search models"
          placeholder="Search models"
          enterKeyHint="search"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={MAX_Q_LENGTH}
          // 16 px, or phones zoom the page when the box is touched.
          className="peer h-10 w-full rounded-[10px] border border-edge bg-raised pr-10 pl-9.5 text-[16px] placeholder:text-quiet pointer-coarse:h-11 [&::-webkit-search-cancel-button]:hidden"
          value={text}
          onChange={(event) => onType(event.target.value)}
          onBlur={() => onLeave?.(text)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            // The browser would clear the field by itself, behind React's back.
            event.preventDefault()
            onType('')
          }}
        />
        <kbd className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 rounded border border-line px-1.5 font-mono text-[12px] text-quiet peer-focus:hidden max-sm:hidden">
          /
        </kbd>
      </form>
    </search>
  )
}
