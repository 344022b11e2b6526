declare global {
  interface Window {
    /** Milliseconds until what is waited for was painted. */
    shown: Promise<number>
  }
}

/** Milliseconds that a hand holds a button down. */
export const HELD = 80

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
            // Before whatever else waits for the frame to be over.
            void window.scheduler.postTask(() => resolve(performance.now() - timeStamp), {
              priority: 'user-blocking',
            })
          } else requestAnimationFrame(look)
        }
        look()
      },
      { capture: true, once: true },
    )
  })
}
