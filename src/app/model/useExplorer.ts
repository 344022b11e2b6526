import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom'
import { useIsHydrated } from '#app/useIsHydrated.ts'
import { rememberedPlace } from '#app/usePlaceMemory.ts'
import type { Field } from '#schema/field.ts'
import { locateField, pathsTo } from '#schema/locateField.ts'
import { walkFields } from '#schema/partsWithin.ts'
import { searchFields } from '#schema/searchFields.ts'
import type { Explorer } from './ExplorerContext.ts'
import { readFragment } from '#app/fragment.ts'
import { type Goal, goToField } from './goToField.ts'

type Paths = ReadonlySet<string>
const NONE: Paths = new Set()
/** What "Expand all" opens at most: a schema may go on without end, and the page must not. */
const OPENED_AT_ONCE = 400

/** The state of one explorer: what is open, what is searched, and where the address leads. */
export function useExplorer(root: Field | undefined): Explorer | undefined {
  const [open, setOpen] = useState(NONE)
  /** What the reader opened or closed among the matches of a search. */
  const [turned, setTurned] = useState(NONE)
  const [reached, setReached] = useState(NONE)
  const [query, setQuery] = useState('')
  const [current, setCurrent] = useState(-1)
  const [isRequiredOnly, setIsRequiredOnly] = useState(false)
  const [goal, setGoal] = useState<Goal>()
  const [gone, setGone] = useState<Explorer['gone']>()

  const sought = useDeferredValue(query.trim())
  const isSearching = sought !== ''
  const matches = useMemo(() => (root ? searchFields(root, sought) : []), [root, sought])
  const onTheWay = useMemo(() => new Set(matches.flatMap(pathsTo)), [matches])
  const around = useMemo(() => new Set(matches.flatMap((path) => pathsTo(path).slice(0, -1))), [matches])

  const arrivedAt = useRef<Goal>(undefined)
  const isSettled = sought === query.trim()
  useEffect(() => {
    // What the search folds away is drawn a moment after it changed.
    if (!goal || !isSettled || arrivedAt.current === goal) return
    arrivedAt.current = goal
    goToField(goal)
  }, [goal, isSettled])
  const visit = useVisit()
  const [visited, setVisited] = useState(0)
  if (root && visit.count !== visited) {
    setVisited(visit.count)
    setGone(undefined)
    if (visit.place.startsWith(`${root.path}.`)) {
      const { field, isThere } = locateField(root, visit.place)
      bringIntoSight(field.path)
      setQuery('')
      setCurrent(-1)
      if (!isThere) {
        setGone({ path: visit.place, nearest: field.path })
        setOpen((others) => new Set([...others, field.path]))
      }
      if (!visit.isReturn) setGoal({ path: field.path, manner: 'link' })
    }
  }

  if (!root) return undefined

  function bringIntoSight(path: string) {
    const paths = pathsTo(path)
    setOpen((others) => new Set([...others, ...paths.slice(0, -1)]))
    setReached((others) => new Set([...others, ...paths]))
    setTurned((others) => new Set([...others].filter((other) => !paths.includes(other))))
  }

  return {
    root,
    query,
    search(wanted) {
      setQuery(wanted)
      setCurrent(-1)
      setReached(NONE)
      setTurned(NONE)
      setGone(undefined)
      const found = matches[current]
      // The reader stays with what they found, also among all that was folded.
      if (wanted === '' && found !== undefined) {
        bringIntoSight(found)
        setGoal({ path: found, manner: 'found' })
      }
    },
    matches: isSearching ? matches : [],
    current,
    goToMatch(step) {
      // Enter may come before the list has followed the last letter.
      const found = isSettled ? matches : searchFields(root, query)
      const first = step === 1 ? 0 : found.length - 1
      const next = current === -1 ? first : (current + step + found.length) % found.length
      const path = found[next]
      if (path === undefined) return
      setCurrent(next)
      bringIntoSight(path)
      setGoal({ path, manner: 'match' })
    },
    isRequiredOnly,
    showRequiredOnly(isOnly) {
      setIsRequiredOnly(isOnly)
      setReached(NONE)
    },
    isOpen: (path) => (isSearching ? around.has(path) !== turned.has(path) : open.has(path)),
    toggle(path) {
      const change = isSearching ? setTurned : setOpen
      change((others) =>
        others.has(path)
          ? new Set([...others].filter((other) => other !== path))
          : new Set([...others, path]),
      )
    },
    openAll: () => setOpen(new Set(walkFields(root, OPENED_AT_ONCE).map(({ path }) => path))),
    closeAll: () => setOpen(NONE),
    wantedOf(fields) {
      if (isSearching) {
        const found = fields.filter(({ path }) => onTheWay.has(path))
        // Within a match that someone opens, everything is.
        return found.length > 0 ? found : fields
      }
      return isRequiredOnly ? fields.filter(({ isRequired }) => isRequired) : fields
    },
    isReached: (path) => reached.has(path),
    reach(fields) {
      setReached((others) => new Set([...others, ...fields.map(({ path }) => path)]))
      if (fields[0]) setGoal({ path: fields[0].path, manner: 'row' })
    },
    leadsSomewhere: goal !== undefined,
    currentMatch: isSearching ? matches[current] : undefined,
    gone,
  }
}

type Visit = { place: string; hash: string; key: string; isReturn: boolean; count: number }

/**
 * The place that the address names, counted anew whenever someone goes there, also for the second time; not when another
 * part of the fragment changes. Who comes back to the page is where they were already.
 */
function useVisit(): Visit {
  const location = useLocation()
  const navigationType = useNavigationType()
  const { key, hash } = location
  const { place } = readFragment(hash)
  const [visit, setVisit] = useState<Visit>(() => ({
    place,
    hash,
    key,
    isReturn: navigationType === NavigationType.Pop && rememberedPlace(location) !== undefined,
    count: 1,
  }))
  const isHydrated = useIsHydrated()
  if (!isHydrated) return { ...visit, count: 0 }
  if (visit.key === key && visit.hash === hash) return visit
  const isAnother = visit.place !== place || visit.hash === hash
  const next = isAnother
    ? { place, hash, key, isReturn: false, count: visit.count + 1 }
    : { ...visit, hash, key }
  setVisit(next)
  return next
}
