import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router-dom'
import { type BrowseFilters, narrowing, withFilter } from '#app/filters.ts'
import { countOf } from '#app/format.ts'
import { browsePath } from '#app/links.ts'
import { modelQueries } from '#app/queries.ts'
import { useAsked } from '#app/yours/useAsked.ts'
import { appliedFilters } from './appliedFilters.ts'
import { modelsInWords } from './filtersInWords.ts'

/** Each is a question to the server. */
const WAYS_AT_MOST = 8

/** Says what was searched, and offers the ways out that lead somewhere: a filter less, or a word less. */
export function NothingFound({ filters }: { filters: BrowseFilters }) {
  const { q } = filters
  const words = [...new Set(q?.split(/\s+/))]
  const applied = appliedFilters(filters)
  const waysOut = [
    ...applied.map(({ name, without }) => ({ name: `Without “${name}”`, filters: without })),
    ...(q && applied.length > 0
      ? [{ name: `Without “${q}”`, filters: withFilter(filters, 'q', undefined) }]
      : []),
    ...(words.length > 1 ? words.map((word) => ({ name: `Only “${word}”`, filters: { q: word } })) : []),
  ].slice(0, WAYS_AT_MOST)
  return (
    <section className="mx-auto max-w-130 py-16 text-soft">
      <h2 className="mb-1 text-lg font-semibold text-ink">Nothing found</h2>
      <p>
        No {modelsInWords(filters, 'model')} matches{q ? ` “${q}”` : ' these filters'}.
        {filters.mine !== undefined && ` ${HOW_TO[filters.mine]}`}
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

const HOW_TO = {
  favourites: 'The star on a card, or the key s, saves a model in this browser.',
  recent: 'Models whose page you open are listed here.',
  changed: 'What a later version of the catalogue brings will be listed here.',
}

/** Not shown when it would lead to nothing, either. */
function WayOut({ name, filters }: { name: string; filters: BrowseFilters }) {
  const { data: facets } = useQuery(modelQueries.facets(narrowing(useAsked(filters))))
  if (facets?.total === 0) return null
  return (
    <li>
      <Link to={browsePath(filters)} className="button py-1.5 text-left">
        {name}
        {facets && (
          <span className="font-normal whitespace-nowrap text-quiet">{countOf(facets.total, 'model')}</span>
        )}
      </Link>
    </li>
  )
}
