import type { MouseEvent } from 'react'
import { useNavigate } from 'react-router-dom'
import { readFragment } from '#app/fragment.ts'

/** Lets a link to a comparison take along the request that is being made on this page, which the router knows nothing of. */
export function useComparisonLink() {
  const navigate = useNavigate()
  return (event: MouseEvent<HTMLAnchorElement>) => {
    const request = readFragment(window.location.hash).parts.get('request')
    if (request === undefined || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    const { pathname, search } = event.currentTarget
    void navigate({ pathname, search, hash: `request=${request}` })
  }
}
