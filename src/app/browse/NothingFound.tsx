import { useQueries } from '@tanstack/react-query'
import { Link } from 'react-router-dom'
import type { ModelsFilter } from '#contract/modelsQuery.ts'
import { categoryInWords } from '#app/categoryName.ts'
import { withFilter } from '#app/filters.ts'
import { countOf } from '#app/format.ts'
import { browsePath } from '#app/links.ts'
import { modelQueries } from '#app/queries.ts'

/** Says what was searched, and offers the ways out that lead somewhere: a filter less, or a word less. */
export function NothingFound({ filters }: { filters: ModelsFilter }) {
  const { q, category, status } = filters
  const words = [...new Set(q?.split(/\s+/))]
  const waysOut = [
    ...(category ? [{ name: `In every category`, filters: withFilter(filters, 'category', undefined) }] : []),
    ...(status ? [{ name: `Of either status`, filters: withFilter(filters, 'status', undefined) }] : []),
    ...(q && (category || status)
      ? [{ name: `Without “${q}”`, filters: withFilter(filters, 'q', undefined) }]
      : []),
    ...(words.length > 1
      ? words.slice(0, 6).map((word) => ({ name: `Only “${word}”`, filters: { q: word } }))
      : []),
  ]
  const counts = useQueries({
    queries: waysOut.map((way) => modelQueries.facets(way.filters)),
  })
  const leading = waysOut
    .map((way, index) => ({ ...way, total: counts[index]?.data?.total }))
    .filter(({ total }) => total !== 0)

  return (
    <section className="mx-auto max-w-130 py-16 text-soft">
      <h2 className="mb-1 text-lg font-semibold text-ink">Nothing found</h2>
      <p>
        No {status} {category ? categoryInWords(category) : ''} model matches
        {q ? ` “${q}”` : ' these filters'}.
      </p>
      <ul className="mt-4 flex flex-wrap gap-2">
        {leading.map(({ name, filters: next, total }) => (
          <li key={name}>
            <Link to={browsePath(next)} className="button">
              {name}
              {total !== undefined && (
                <span className="font-normal text-quiet">{countOf(total, 'model')}</span>
              )}
            </Link>
          </li>
        ))}
        <li>
          <Link to="/" className="button button-primary">
            Show all models
          </Link>
        </li>
      </ul>
    </section>
  )
}
