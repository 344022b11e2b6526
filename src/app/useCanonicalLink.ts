import { useEffect } from 'react'
import { useLocation } from 'react-router-dom'

/** Keeps the canonical link that the server wrote for the first page true of the page shown now: browsers share it. */
export function useCanonicalLink() {
  const { pathname, search } = useLocation()
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=canonical]')
    if (link) link.href = `${location.origin}${pathname}${search}`
  }, [pathname, search])
}
