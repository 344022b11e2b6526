import { Component, type ReactNode } from 'react'

/** Stands in for a page that threw while it was drawn, so that the header and the way back stay. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {}

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    if (!this.state.error) return this.props.children
    return (
      <main id="content" className="mx-auto max-w-130 px-4 py-16 text-soft">
        <title>Something went wrong · Model browser</title>
        <h1 className="mb-1 text-lg font-semibold text-ink">This page failed</h1>
        <p>{this.state.error.message}</p>
        <div className="mt-4 flex gap-2">
          <button type="button" className="button button-primary" onClick={() => location.reload()}>
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
