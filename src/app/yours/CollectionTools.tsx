import { useRef, useState } from 'react'
import { Link } from 'react-router-dom'
import type { Model } from '#contract/models.ts'
import { comparePath, COMPARED_AT_MOST } from '#contract/comparePath.ts'
import type { BrowseFilters } from '#app/filters.ts'
import { countOf } from '#app/format.ts'
import { browsePath } from '#app/links.ts'
import { saveFile } from '#ui/saveFile.ts'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Icon } from '#ui/Icon.tsx'
import {
  addToCollection,
  keptNow,
  readCollection,
  removeFromCollection,
  useCollection,
} from './collection.ts'
import { readFavouritesFile, writeFavouritesFile } from './favouritesFile.ts'

/** What can be done with the saved models, with those opened lately, or with somebody's shortlist, as a whole. */
export function CollectionTools({
  filters,
  models,
  isComplete,
}: {
  filters: BrowseFilters
  /** Undefined before the first answer. */
  models: Model[] | undefined
  /** Whether the models are all that there are under the filters. */
  isComplete: boolean
}) {
  if (filters.mine === 'favourites') {
    return (
      <>
        <FavouritesTools />
        {models && isComplete && <Gone filters={filters} models={models} />}
      </>
    )
  }
  if (filters.mine === undefined && filters.endpoint_ids) return <SaveAll ids={filters.endpoint_ids} />
  return null
}

function FavouritesTools() {
  const favourites = useCollection('favourites')
  const [message, setMessage] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const link = new URL(
    browsePath({ endpoint_ids: favourites.map(({ endpoint_id }) => endpoint_id) }),
    location.origin,
  ).href

  async function load(file: File) {
    try {
      const { models, notUnderstood } = readFavouritesFile(await file.text(), new Date().toISOString())
      const before = readCollection('favourites').length
      addToCollection('favourites', models)
      const added = readCollection('favourites').length - before
      setMessage(
        `${countOf(added, 'model')} added, ${models.length - added} saved already` +
          (notUnderstood.length > 0 ? `. Not understood: ${notUnderstood.join(', ')}` : '.'),
      )
    } catch (error) {
      setMessage(`${file.name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  return (
    <div className="mb-4 flex flex-wrap items-center gap-2 text-[14px]">
      {favourites.length > 0 && (
        <>
          {favourites.length > 1 && (
            <Link to={comparePath(favourites.map(({ endpoint_id }) => endpoint_id))} className="button">
              <Icon name="columns" />
              {favourites.length > COMPARED_AT_MOST ? `Compare the newest ${COMPARED_AT_MOST}` : 'Compare'}
            </Link>
          )}
          <CopyButton text={link} icon="link">
            Copy as a link
          </CopyButton>
          <button
            type="button"
            className="button"
            onClick={() => saveFile('favourites.json', writeFavouritesFile(favourites), 'application/json')}
          >
            <Icon name="download" />
            Export as a file
          </button>
        </>
      )}
      <button type="button" className="button" onClick={() => input.current?.click()}>
        Import a file
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,.txt,application/json,text/plain"
        aria-label="File of favourites"
        className="hidden"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) void load(file)
          // So that the same file can be chosen again.
          target.value = ''
        }}
      />
      <output className="text-soft wrap-anywhere">{message}</output>
    </div>
  )
}

/** Saved models that the endpoint has no more. Only a list without other filters tells. */
function Gone({ filters, models }: { filters: BrowseFilters; models: Model[] }) {
  const favourites = useCollection('favourites')
  const { mine: _mine, sort: _sort, view: _view, variants: _variants, ...others } = filters
  if (Object.keys(others).length > 0) return null
  const found = new Set(models.map(({ endpoint_id }) => endpoint_id))
  const gone = favourites.filter(({ endpoint_id }) => !found.has(endpoint_id))
  if (gone.length === 0) return null
  return (
    <section className="mb-4 rounded-card border border-edge p-4 text-[14px] text-soft">
      <h2 className="mb-2 font-medium text-ink">Saved, but not in this catalogue</h2>
      <ul className="space-y-1">
        {gone.map(({ endpoint_id }) => (
          <li key={endpoint_id} className="flex flex-wrap items-center justify-between gap-x-4">
            <span className="font-mono text-[13px] wrap-anywhere">{endpoint_id}</span>
            <button
              type="button"
              className="button min-h-8"
              aria-label={`Remove ${endpoint_id}`}
              onClick={() => removeFromCollection('favourites', [endpoint_id])}
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function SaveAll({ ids }: { ids: string[] }) {
  const favourites = useCollection('favourites')
  const saved = new Set(favourites.map(({ endpoint_id }) => endpoint_id))
  const missing = ids.filter((id) => !saved.has(id))
  return (
    <p className="mb-4 flex flex-wrap items-center gap-3 text-[14px] text-soft">
      A shortlist of {countOf(ids.length, 'model')}.
      <button
        type="button"
        className="button"
        disabled={missing.length === 0}
        onClick={() => addToCollection('favourites', missing.map(keptNow))}
      >
        <Icon name="star" />
        {missing.length === 0
          ? 'All saved'
          : `Save ${missing.length === ids.length ? 'all' : missing.length}`}
      </button>
    </p>
  )
}
