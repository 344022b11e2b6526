let showNext: (() => void) | undefined

/** Navigates so that what both pages share moves from one to the other, where the browser knows how. */
export function navigateInTransition(navigate: () => void) {
  if (!document.startViewTransition || matchMedia('(prefers-reduced-motion: reduce)').matches) {
    navigate()
    return
  }
  document.startViewTransition(
    () =>
      new Promise<void>((resolve) => {
        showNext = resolve
        // The page stands still meanwhile: never for long.
        setTimeout(resolve, 300)
        navigate()
      }),
  )
}

/** To be called when the next page stands. */
export function pageStands() {
  showNext?.()
  showNext = undefined
}
