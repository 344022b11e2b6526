import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router-dom'
import { type BrowseFilters, narrowing, withFilter } from '#app/filters.ts'
import { countOf } from '#app/format.ts'
import { browsePath } from '#app/links.ts'
import { modelQueries } from '#app/queries.ts'
import { modelsInWords } from './filtersInWords.ts'

/** Says what was searched, and offers the ways out that lead somewhere: a filter less, or a word less. */
export function NothingFound({ filters }: { filters: BrowseFilters }) {
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
  return (
    <section className="mx-auto max-w-130 py-16 text-soft">
      <h2 className="mb-1 text-lg font-semibold text-ink">Nothing found</h2>
      <p>
        No {modelsInWords(filters, 'model')} matches{q ? ` “${q}”` : ' these filters'}.
      </p>
      <ul className="mt-4 flex flex-wrap gap-2">
        {waysOut.map(({ name, filters: next }) => (
          <WayOut key={name} name={name} filters={next} />
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

/** Not shown when it would lead to nothing, either. */
function WayOut({ name, filters }: { name: string; filters: BrowseFilters }) {
  const { data: facets } = useQuery(modelQueries.facets(narrowing(filters)))
  if (facets?.total === 0) return null
  return (
    <li>
      <Link to={browsePath(filters)} className="button">
        {name}
        {facets && <span className="font-normal text-quiet">{countOf(facets.total, 'model')}</span>}
      </Link>
    </li>
  )
}
