import { Component, type ReactNode } from 'react'

/** `isShown`: false while the page is drawn ahead, when the window is not its to name. */
type Props = { isShown: boolean; children: ReactNode }

/**
 * Stands in for a page that threw while it was drawn, or whose code could not be fetched, so that the header and the
 * way back stay. A page that failed without network is loaded anew when the network is back.
 */
export class ErrorBoundary extends Component<Props, { error?: Error }> {
  override state: { error?: Error } = {}

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override componentDidCatch() {
    if (!navigator.onLine) window.addEventListener('online', reload)
  }

  override componentWillUnmount() {
    window.removeEventListener('online', reload)
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    const isOffline = !navigator.onLine
    return (
      <main id="content" tabIndex={-1} className="mx-auto max-w-130 px-4 py-16 text-soft">
        {this.props.isShown && <title>Something went wrong · Model browser</title>}
        <h1 className="mb-1 text-lg font-semibold text-ink">
          {isOffline ? 'You are offline' : 'This page failed'}
        </h1>
        <p>{isOffline ? 'This page opens by itself when the network is back.' : error.message}</p>
        <div className="mt-4 flex gap-2">
          <button type="button" className="button button-primary" onClick={reload}>
            Reload
          </button>
          <a href="/" className="button">
            Browse all models
          </a>
        </div>
      </main>
    )
  }
}

function reload() {
  location.reload()
}
