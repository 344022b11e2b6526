import { type RefObject, useLayoutEffect } from 'react'
import { arriveFrom } from '#app/carriedPicture.ts'

/**
 * Lets the picture of a card that was followed travel to its place on the page. Not by a view transition, which takes a
 * picture of all that is shown before the page may come.
 */
export function useCarriedPicture(picture: RefObject<HTMLElement | null>) {
  useLayoutEffect(() => {
    const from = arriveFrom()
    if (!from || !picture.current || matchMedia('(prefers-reduced-motion: reduce)').matches) return undefined
    const to = picture.current.getBoundingClientRect()
    const journey = picture.current.animate(
      [
        {
          // The page will be at its top.
          transform: `translate(${from.x - to.x}px, ${from.y - to.y - window.scrollY}px) scale(${from.width / to.width})`,
        },
        { transform: 'none' },
      ],
      { duration: 200, easing: 'ease' },
    )
    return () => journey.cancel()
  }, [picture])
}
