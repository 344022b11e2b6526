import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom'
import { type FilterWord, mayHoldFilters, readSearchText, type SearchText } from './searchWords.ts'
import { useVocabulary } from './useVocabulary.ts'

/** Milliseconds since the last key after which the text counts as searched, whether its answer is there or not. */
const PAUSE = 200
/** After so many of them the answer is asked for; once it is there, nobody waits for the rest. */
const LIKELY_PAUSE = 80

/**
 * The text of the search box while someone types; `commit` makes it the page's `q`, and the words of it that are filters
 * the page's filters, after a pause where `commitsByItself`. Our own `q` coming back must not disturb the text ("flux "
 * would lose its space mid-word); one from elsewhere replaces it, and so does Back, which also takes back what was not
 * committed yet. `askAhead` hears what is about to be searched, and tells when the answer is there.
 */
export function useSearchDraft(
  q: string,
  caret: number,
  commitsByItself: boolean,
  commit: (q: string, words: FilterWord[]) => void,
  askAhead: (q: string, words: FilterWord[]) => Promise<boolean>,
) {
  const { key } = useLocation()
  const navigationType = useNavigationType()
  const [draft, setDraft] = useState(q)
  const [isDue, setIsDue] = useState(false)
  const [seen, setSeen] = useState({ q, key })
  const [written, setWritten] = useState(q)
  const typedAt = useRef(0)

  if (key !== seen.key || q !== seen.q) {
    setSeen({ q, key })
    if (q !== written || navigationType === NavigationType.Pop) {
      setWritten(q)
      setDraft(q)
      setIsDue(false)
    }
  }

  const vocabulary = useVocabulary(useMemo(() => mayHoldFilters(draft), [draft]))
  // What may be a filter waits until we know whether it is one.
  const reading = useMemo(
    () => vocabulary && readSearchText(draft, vocabulary, isDue ? undefined : caret),
    [draft, vocabulary, isDue, caret],
  )
  const isWaiting =
    reading && (isDue || (commitsByItself && (reading.q !== written || reading.words.length > 0)))

  function finish({ text, q: searched, words }: SearchText) {
    setIsDue(false)
    setWritten(searched)
    setDraft(text)
    commit(searched, words)
  }
  const finishLater = useEffectEvent(finish)
  const askLater = useEffectEvent(askAhead)

  useEffect(() => {
    if (!isWaiting) return undefined
    let isOver = false
    const finishOnce = () => {
      if (!isOver) finishLater(reading)
      isOver = true
    }
    const ask = async () => {
      if (await askLater(reading.q, reading.words)) finishOnce()
    }
    // Drawing the letter takes time, too.
    const spent = performance.now() - typedAt.current
    const asking = setTimeout(() => void ask(), LIKELY_PAUSE - spent)
    const finishing = setTimeout(finishOnce, isDue || reading.hasFinishedWord ? 0 : PAUSE - spent)
    return () => {
      isOver = true
      clearTimeout(asking)
      clearTimeout(finishing)
    }
  }, [isWaiting, reading, isDue])

  function type(text: string) {
    typedAt.current = performance.now()
    setDraft(text)
  }

  /** Does not wait for the pause, only for what the words may be filters of. */
  function commitNow() {
    if (vocabulary) finish(readSearchText(draft, vocabulary))
    else setIsDue(true)
  }

  return { draft, type, commitNow }
}
