import { Link } from 'react-router-dom'

export function NotFoundPage() {
  return (
    <main id="content" tabIndex={-1} className="mx-auto max-w-130 px-4 py-16 text-soft">
      <title>Page not found · Model browser</title>
      <h1 className="mb-1 text-lg font-semibold text-ink">There is no page at this address</h1>
      <p>Search above, or start from the list.</p>
      <Link to="/" className="button button-primary mt-4">
        Browse all models
      </Link>
    </main>
  )
}
