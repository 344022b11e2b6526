import { type MouseEvent, useCallback } from 'react'
import { useNavigate } from 'react-router-dom'
import { departFrom } from '#app/carriedPicture.ts'

/**
 * Follows the links marked `data-within-app` of a whole list without loading a document. One listener, because a router
 * link on each card would draw all of them again at every change of the address.
 */
export function useLinksWithinApp() {
  const navigate = useNavigate()
  return useCallback(
    (event: MouseEvent) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      const link = event.target instanceof Element && event.target.closest('a[data-within-app]')
      if (!(link instanceof HTMLAnchorElement)) return
      event.preventDefault()
      const { pathname, search } = window.location
      const picture = link.matches('[data-card-link]') && link.closest('article')?.querySelector('img')
      if (picture) departFrom(picture)
      void navigate(`${link.pathname}${link.search}`, {
        state: { from: `${pathname}${search}` },
        replace: link.href === window.location.href,
      })
    },
    [navigate],
  )
}
