declare global {
  interface Window {
    /** Milliseconds until what is waited for was painted. */
    shown: Promise<number>
  }
}

/** Runs inside the page: from the next click until something that fits the selector, and is to be seen, was painted. */
export function watchClick(selector: string) {
  window.shown = new Promise((resolve) => {
    addEventListener(
      'click',
      ({ timeStamp }) => {
        const look = () => {
          const found = document.querySelector(selector)
          // What the browser skips has a height too.
          if (found?.checkVisibility() && found.getBoundingClientRect().height > 0) {
            const { port1, port2 } = new MessageChannel()
            port1.addEventListener('message', () => resolve(performance.now() - timeStamp))
            port1.start()
            port2.postMessage(null)
          } else requestAnimationFrame(look)
        }
        look()
      },
      { capture: true, once: true },
    )
  })
}
