import { useEffect, useState } from 'react'

const PAUSE = 200

/**
 * The text of the search box while someone types; `commit` makes it the page's `q` after a pause. Our own `q` coming
 * back must not disturb the text ("flux " would lose its space mid-word), one from elsewhere replaces it.
 */
export function useSearchDraft(q: string, commit: (q: string) => void) {
  const [draft, setDraft] = useState(q)
  const [seen, setSeen] = useState(q)
  const [written, setWritten] = useState(q)

  if (q !== seen) {
    setSeen(q)
    if (q !== written) {
      setWritten(q)
      setDraft(q)
    }
  }

  const typed = draft.trim()
  useEffect(() => {
    if (typed === written) return undefined
    const timer = setTimeout(() => {
      setWritten(typed)
      commit(typed)
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [typed, written, commit])

  /** Does not wait for the pause. */
  function commitNow(text: string) {
    setDraft(text)
    setWritten(text.trim())
    commit(text.trim())
  }

  return { draft, setDraft, commitNow }
}
