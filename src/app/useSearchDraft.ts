import { useEffect, useState } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom'

const PAUSE = 200

/**
 * The text of the search box while someone types; `commit` makes it the page's `q`, after a pause where
 * `commitsByItself`. Our own `q` coming back must not disturb the text ("flux " would lose its space mid-word); one
 * from elsewhere replaces it, and so does Back, which also takes back what was not committed yet.
 */
export function useSearchDraft(q: string, commitsByItself: boolean, commit: (q: string) => void) {
  const { key } = useLocation()
  const navigationType = useNavigationType()
  const [draft, setDraft] = useState(q)
  const [seen, setSeen] = useState({ q, key })
  const [written, setWritten] = useState(q)

  if (key !== seen.key || q !== seen.q) {
    setSeen({ q, key })
    if (q !== written || navigationType === NavigationType.Pop) {
      setWritten(q)
      setDraft(q)
    }
  }

  const typed = draft.trim()
  useEffect(() => {
    if (!commitsByItself || typed === written) return undefined
    const timer = setTimeout(() => {
      setWritten(typed)
      commit(typed)
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [typed, written, commitsByItself, commit])

  /** Does not wait for the pause. */
  function commitNow(text: string) {
    setWritten(text.trim())
    commit(text.trim())
  }

  return { draft, setDraft, commitNow }
}
