import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import type { Model } from '#contract/models.ts'
import { ApiError } from '#contract/apiError.ts'
import { type BrowseFilters, narrowing, readFilters, searchQuestion } from '#app/filters.ts'
import { countOf, formatNumber } from '#app/format.ts'
import { modelQueries } from '#app/queries.ts'
import { Announcement } from '#ui/Announcement.tsx'
import { useAsked } from '#app/yours/useAsked.ts'
import { Dialog } from '#ui/Dialog.tsx'
import { saveFile } from '#ui/saveFile.ts'
import { exportFileName } from './exportFileName.ts'
import { titleInWords } from './filtersInWords.ts'
import { useExport } from './useExport.ts'
import { writeCsv } from './writeCsv.ts'
import { writeMarkdown } from './writeMarkdown.ts'

/** Saves the whole result under the page's filters as a file, however many pages it has. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const [params] = useSearchParams()
  const filters = useMemo(() => readFilters(params), [params])
  const asked = useAsked(filters)
  const [format, setFormat] = useState<Format>('csv')
  const { data: facets } = useQuery(modelQueries.facets(narrowing(asked)))
  const { fetched, progress, start, cancel } = useExport(
    // As in the table: all models of the result, each by itself.
    searchQuestion({ ...asked, view: 'table' }),
  )
  const [saved, setSaved] = useState('')
  const total = facets?.total
  const isBusy = progress.state === 'running' || progress.state === 'paused'

  function run() {
    setSaved('')
    void start((models) => {
      const name = exportFileName(filters, EXTENSIONS[format], new Date())
      saveFile(name, write(format, models, filters), TYPES[format])
      setSaved(`Saved ${countOf(models.length, 'model')} as ${name}`)
    })
  }

  return (
    <Dialog title="Export this list" onClose={onClose}>
      <p className="mb-4 text-soft">
        {titleInWords(filters)}
        {total !== undefined && `, ${formatNumber(total)} in all`}
      </p>
      <FormatChoice format={format} isDisabled={isBusy} onChoose={setFormat} />
      {isBusy && (
        <div className="mt-5">
          <progress
            aria-label="Fetching models"
            className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-ink [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-ink"
            value={total === undefined ? undefined : fetched}
            max={total === undefined ? undefined : Math.max(total, 1)}
          />
          <p className="mt-1.5 text-[13px] text-soft tabular-nums">
            {total === undefined
              ? `${formatNumber(fetched)} so far`
              : `${formatNumber(fetched)} of ${formatNumber(total)}`}
            {progress.state === 'paused' && <Countdown seconds={progress.seconds} />}
          </p>
        </div>
      )}
      {progress.state === 'failed' && (
        <p role="alert" className="mt-5">
          {whatFailed(progress.error)}
          {fetched > 0 && ` ${countOf(fetched, 'model')} are here already.`}
        </p>
      )}
      {saved !== '' && <p className="mt-5 wrap-anywhere">{saved}</p>}
      <div className="mt-5 flex gap-2">
        {isBusy ? (
          <button type="button" className="button" onClick={cancel}>
            Cancel
          </button>
        ) : (
          <button type="button" className="button button-primary" onClick={run}>
            {progress.state === 'failed' ? (fetched > 0 ? 'Continue' : 'Try again') : 'Save'}
          </button>
        )}
      </div>
      <Announcement>{announce(progress, saved)}</Announcement>
    </Dialog>
  )
}

const FORMATS = [
  { format: 'csv', name: 'CSV', use: 'for spreadsheets' },
  { format: 'json', name: 'JSON', use: 'all that the endpoint says' },
  { format: 'markdown', name: 'Markdown', use: 'a table to paste' },
] as const
type Format = (typeof FORMATS)[number]['format']

const EXTENSIONS = { csv: 'csv', json: 'json', markdown: 'md' } satisfies Record<Format, string>
const TYPES = {
  csv: 'text/csv',
  json: 'application/json',
  markdown: 'text/markdown',
} satisfies Record<Format, string>

function FormatChoice({
  format: chosen,
  isDisabled,
  onChoose,
}: {
  format: Format
  isDisabled: boolean
  onChoose: (format: Format) => void
}) {
  return (
    <fieldset disabled={isDisabled}>
      <legend className="mb-1.5 text-[13px] font-medium text-quiet">Format</legend>
      <div className="grid gap-2 sm:grid-cols-3">
        {FORMATS.map(({ format, name, use }) => (
          <label
            key={format}
            className="cursor-pointer rounded-lg border border-line px-3 py-2 hover:border-edge has-checked:border-ink has-checked:ring-1 has-checked:ring-ink has-disabled:cursor-default has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name="format"
              className="sr-only"
              checked={format === chosen}
              onChange={() => onChoose(format)}
            />
            <span className="font-medium">{name}</span>
            <span className="block text-[13px] text-quiet">{use}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Counts down what the server asked us to wait; going on is the export's own part. */
function Countdown({ seconds }: { seconds: number }) {
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const timer = setInterval(() => setLeft((before) => Math.max(before - 1, 0)), 1000)
    return () => clearInterval(timer)
  }, [])
  return ` · The endpoint asks for a pause. Going on in ${left} s.`
}

function whatFailed(error: Error): string {
  return error instanceof ApiError ? `${error.message}.` : 'The server does not answer.'
}

function announce({ state }: { state: string }, saved: string): string {
  if (state === 'running') return 'Fetching models'
  if (state === 'paused') return 'The endpoint asks for a pause. The export goes on by itself.'
  return saved
}

function write(format: Format, models: Model[], filters: BrowseFilters): string {
  if (format === 'csv') return writeCsv(models)
  if (format === 'markdown') return writeMarkdown(models, titleInWords(filters), location.href)
  return `${JSON.stringify(
    { title: titleInWords(filters), source: location.href, exported_at: new Date().toISOString(), models },
    undefined,
    2,
  )}\n`
}
