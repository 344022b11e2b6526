/**
 * Has the browser lay out the page that is drawn ahead, whenever more of it is there. React takes such a page out of the
 * layout; where the browser skips what `[data-ahead]` holds, that is not needed, and would cost the layout at the click.
 * Gives back what stops it.
 */
export function layOutAhead(): () => void {
  const place = document.querySelector('[data-ahead]')
  if (!place || !CSS.supports('content-visibility', 'hidden')) return () => undefined
  let pause: ReturnType<typeof setTimeout> | undefined
  const layOut = () => {
    const page = place.firstElementChild
    if (!(page instanceof HTMLElement)) return
    page.style.removeProperty('display')
    clearTimeout(pause)
    // To ask for a size is to have it measured.
    pause = setTimeout(() => page.getBoundingClientRect())
  }
  const observer = new MutationObserver(layOut)
  observer.observe(place, { childList: true, subtree: true, attributeFilter: ['style'] })
  return () => {
    observer.disconnect()
    clearTimeout(pause)
  }
}
