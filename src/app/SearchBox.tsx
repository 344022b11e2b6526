import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useId, useMemo, useRef, useState } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom'
import { MAX_Q_LENGTH } from '#contract/modelsFilter.ts'
import { Icon } from '#ui/Icon.tsx'
import { askAhead } from './askAhead.ts'
import { type BrowseFilters, readFilters, withFilter } from './filters.ts'
import { browsePath } from './links.ts'
import { loadSearchSuggestions } from './loadAhead.ts'
import { type FilterWord, splitWords, wantsSuggestions, withWords } from './searchWords.ts'
import type { ShownSuggestions, SuggestionList } from './SearchSuggestions.tsx'
import { useCaret } from './useCaret.ts'
import { useSearchDraft } from './useSearchDraft.ts'

const SearchSuggestions = lazy(loadSearchSuggestions)

/**
 * Searches as one types on the browse page. Elsewhere it waits for Enter: a pause in typing must not carry the
 * reader away from the page they are on.
 */
export function SearchBox() {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const isBrowsing = pathname === '/'
  const filters = useMemo(() => (isBrowsing ? readFilters(params) : {}), [isBrowsing, params])
  const commit = useCallback(
    (q: string, words: FilterWord[]) => {
      // The address as it is by now: what is drawn may still be that of a moment ago, and must not hide a change.
      const now = isBrowsing ? readFilters(new URLSearchParams(location.search)) : {}
      const next = withSearch(now, q, words)
      if (isBrowsing && browsePath(next) === browsePath(now)) return
      void navigate(browsePath(next), { replace: isBrowsing })
    },
    [isBrowsing, navigate],
  )
  const queryClient = useQueryClient()
  const ask = (q: string, words: FilterWord[]) => askAhead(queryClient, withSearch(filters, q, words))
  const [caret, setCaret] = useState(0)
  const { draft, type, commitNow } = useSearchDraft(filters.q ?? '', caret, isBrowsing, commit, ask)
  return (
    <SearchForm
      text={draft}
      caret={caret}
      onCaret={setCaret}
      filters={filters}
      onType={type}
      onSubmit={commitNow}
      // When the box loses the focus, say to a card, what was typed until then counts.
      onLeave={isBrowsing ? commitNow : undefined}
    />
  )
}

function withSearch(filters: BrowseFilters, q: string, words: FilterWord[]): BrowseFilters {
  return withWords(withFilter(filters, 'q', q || undefined), words)
}

function SearchForm({
  text,
  caret,
  onCaret,
  filters,
  onType,
  onSubmit,
  onLeave,
}: {
  text: string
  /** Where the next letter will come. */
  caret: number
  onCaret: (caret: number) => void
  filters: BrowseFilters
  onType: (text: string) => void
  onSubmit: () => void
  onLeave: (() => void) | undefined
}) {
  const input = useRef<HTMLInputElement>(null)
  const { noteCaret, noteTyped, moveCaret } = useCaret(input, text, caret, onCaret)
  const [hasFocus, setHasFocus] = useState(false)
  const list = useRef<SuggestionList>(null)
  const [shown, setShown] = useState<ShownSuggestions>({ isShown: false })
  const listId = useId()
  const word = splitWords(text.slice(0, caret)).findLast(({ end }) => end === caret)
  const suggests = hasFocus && word !== undefined && wantsSuggestions(word.word)

  function complete(replacement: string) {
    if (!word) return
    const behind = splitWords(text).find(({ start }) => start === word.start)?.end ?? caret
    moveCaret(word.start + replacement.length)
    onType(text.slice(0, word.start) + replacement + text.slice(behind).trimStart())
  }

  return (
    <search className="relative w-full max-w-160">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <Icon
          name="search"
          className="pointer-events-none absolute top-1/2 left-3.5 -translate-y-1/2 text-quiet"
        />
        <input
          ref={input}
          data-shortcut="/"
          type="search"
          aria-label="Search models"
          aria-autocomplete="list"
          aria-controls={suggests && shown.isShown ? listId : undefined}
          aria-activedescendant={suggests ? shown.active : undefined}
          placeholder="Search models"
          enterKeyHint="search"
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={MAX_Q_LENGTH}
          // 16 px, or phones zoom the page when the box is touched.
          className="peer h-10 w-full rounded-[10px] border border-edge bg-raised pr-11 pl-9.5 text-[16px] placeholder:text-quiet pointer-coarse:h-11 [&::-webkit-search-cancel-button]:hidden"
          value={text}
          onChange={({ target }) => {
            noteTyped(target)
            onType(target.value)
          }}
          onSelect={({ currentTarget }) => noteCaret(currentTarget)}
          onFocus={() => setHasFocus(true)}
          onBlur={() => {
            setHasFocus(false)
            onLeave?.()
          }}
          onKeyDown={(event) => {
            if (suggests && list.current?.takeKey(event.key)) {
              event.preventDefault()
            } else if (event.key === 'Escape') {
              // The browser would clear the field by itself, behind React's back.
              event.preventDefault()
              onType('')
            }
          }}
        />
        {text ? (
          <button
            type="button"
            aria-label="Clear search"
            className="icon-button absolute top-1/2 right-1.5 -translate-y-1/2 pointer-coarse:right-0"
            // The box keeps the focus: leaving it would search for what is about to go.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              onType('')
              input.current?.focus()
            }}
          >
            <Icon name="close" />
          </button>
        ) : (
          <kbd className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 rounded border border-line px-1.5 font-mono text-[12px] text-quiet peer-focus:hidden max-sm:hidden">
            /
          </kbd>
        )}
      </form>
      {suggests && (
        <Suspense>
          <SearchSuggestions
            ref={list}
            id={listId}
            word={word.word}
            filters={filters}
            onComplete={complete}
            onShow={setShown}
          />
        </Suspense>
      )}
    </search>
  )
}
