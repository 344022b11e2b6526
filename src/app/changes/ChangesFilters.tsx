import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { Link, useNavigate } from 'react-router-dom'
import type { ChangesFilter } from '#contract/changesQuery.ts'
import { type ChangesPage, ModelEvent } from '#contract/history.ts'
import { categoryName } from '#app/categoryName.ts'
import { changesPath } from '#contract/changesQuery.ts'
import { EVENT_NAMES } from '#app/eventInWords.ts'
import { formatDate, formatNumber } from '#app/format.ts'
import { modelQueries } from '#app/queries.ts'
import { Segments } from '#app/Segments.tsx'
import { Icon } from '#ui/Icon.tsx'

/** What narrows the changes, as links and choices that write the URL. */
export function ChangesFilters({ filter, page }: { filter: ChangesFilter; page: ChangesPage }) {
  const { data: facets, isPending } = useQuery(modelQueries.facets({}, ['category', 'provider']))
  const all = page.events.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className="mt-6 flex flex-wrap items-end gap-x-4 gap-y-3">
      <Segments
        label="What happened"
        choices={[undefined, ...ModelEvent.options].map((event) => ({
          name: event === undefined ? 'All' : EVENT_NAMES[event],
          to: changesPath(withValue(filter, 'event', event)),
          isChosen: filter.event === event,
          count: event === undefined ? all : page.events.find((one) => one.event === event)?.count,
          unit: 'changes',
        }))}
      />
      <Choice
        label="Release"
        filter={filter}
        name="release"
        options={page.releases.map(({ release, count }) => ({
          value: release.version,
          text: `${formatDate(release.date)} · ${release.version} (${formatNumber(count)})`,
        }))}
      />
      <Choice
        label="Category"
        filter={filter}
        name="category"
        isPending={isPending}
        options={(facets?.category ?? []).map(({ value }) => ({ value, text: categoryName(value) }))}
      />
      <Choice
        label="Provider"
        filter={filter}
        name="provider"
        isPending={isPending}
        options={(facets?.provider ?? []).map(({ value }) => ({ value, text: value }))}
      />
      {filter.endpoint_id !== undefined && (
        <Link
          to={changesPath(withValue(filter, 'endpoint_id', undefined))}
          className="button font-normal"
          aria-label={`Remove filter: ${filter.endpoint_id}`}
        >
          <span className="max-w-60 truncate font-mono text-[12.5px]">{filter.endpoint_id}</span>
          <Icon name="close" className="text-[11px] text-quiet" />
        </Link>
      )}
    </div>
  )
}

/** A choice among many; a value that is not among them is offered too, as it is what the URL says. */
function Choice({
  label,
  filter,
  name,
  isPending = false,
  options,
}: {
  label: string
  filter: ChangesFilter
  name: 'release' | 'category' | 'provider'
  /** Whether the options are yet to come, into a room that is kept for them. */
  isPending?: boolean
  options: { value: string; text: string }[]
}) {
  const id = useId()
  const navigate = useNavigate()
  const chosen = filter[name]
  const isUnknown = chosen !== undefined && !options.some(({ value }) => value === chosen)
  if (options.length === 0 && !isUnknown && !isPending) return null
  return (
    <div className={`min-w-0 max-sm:w-[calc(50%-0.5rem)] ${name === 'release' ? 'sm:w-54' : 'sm:w-40'}`}>
      <label htmlFor={id} className="block text-[12.5px] text-soft">
        {label}
      </label>
      <select
        id={id}
        value={chosen ?? ''}
        className="button mt-0.5 w-full cursor-pointer border-edge font-normal pointer-coarse:text-[16px]"
        onChange={(event) => {
          void navigate(changesPath(withValue(filter, name, event.target.value || undefined)))
        }}
      >
        <option value="">Any</option>
        {isUnknown && <option value={chosen}>{chosen}</option>}
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

function withValue<Name extends keyof ChangesFilter>(
  filter: ChangesFilter,
  name: Name,
  value: ChangesFilter[Name] | undefined,
): ChangesFilter {
  const { [name]: _replaced, ...others } = filter
  return value === undefined ? others : { ...others, [name]: value }
}
