import { useState } from 'react'
import { Link, useLocation } from 'react-router-dom'
import { comparePath, COMPARED_AT_MOST } from '#contract/comparePath.ts'
import { countOf } from '#app/format.ts'
import { modelPath } from '#app/links.ts'
import { Announcement } from '#ui/Announcement.tsx'
import { Icon } from '#ui/Icon.tsx'
import { removeFromCollection, useCollection } from './collection.ts'

/** At the foot of every page but the comparison: the models noted for one, in the order in which they were. */
export function CompareTray() {
  const { pathname } = useLocation()
  const ids = useCollection('compared')
    .map(({ endpoint_id }) => endpoint_id)
    .toReversed()
  const gone = usePushedOut(ids)
  if (ids.length === 0 || pathname === '/compare') return null
  return (
    <aside
      aria-label="To compare"
      data-tray
      className="fixed inset-x-0 bottom-0 z-15 flex h-(--tray-height) items-center gap-3 border-t border-line bg-raised px-4 text-[13.5px] shadow-[0_-4px_16px_rgb(0_0_0/0.06)] sm:px-6"
    >
      <p className="shrink-0 font-medium max-sm:sr-only">
        To compare
        <span className="pl-1.5 font-normal text-quiet">
          {ids.length} of {COMPARED_AT_MOST}
        </span>
      </p>
      <ul className="flex min-w-0 grow items-center gap-1.5 overflow-x-auto py-1 scrollbar-none">
        {gone !== undefined && (
          <li className="shrink-0 pr-1 text-soft" data-pushed-out>
            Six at most: <span className="font-mono text-[12.5px]">{shortened(gone)}</span> made room
          </li>
        )}
        {ids.map((id) => (
          <li
            key={id}
            className="flex max-w-60 shrink-0 items-center rounded-lg border border-line bg-paper pl-2.5 font-mono text-[12.5px]"
          >
            <Link
              to={modelPath(id)}
              title={id}
              className="truncate leading-8 hover:underline pointer-coarse:leading-11"
            >
              {shortened(id)}
            </Link>
            <button
              type="button"
              aria-label={`Take ${id} out of the comparison`}
              className="icon-button"
              onClick={() => removeFromCollection('compared', [id])}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="text-button shrink-0 max-sm:hidden"
        onClick={() => removeFromCollection('compared', ids)}
      >
        Clear
      </button>
      <Link to={comparePath(ids)} className="button button-primary shrink-0">
        {ids.length > 1 ? `Compare ${ids.length}` : 'Compare with …'}
      </Link>
      <Announcement>
        {`${countOf(ids.length, 'model')} to compare${gone === undefined ? '' : `, ${gone} made room`}`}
      </Announcement>
    </aside>
  )
}

function shortened(id: string): string {
  return id.slice(id.indexOf('/') + 1)
}

/** The model that went because another one came and there is room for six; until something changes again. */
function usePushedOut(ids: string[]): string | undefined {
  const [before, setBefore] = useState({ ids, gone: undefined as string | undefined })
  if (ids.join() === before.ids.join()) return before.gone
  const isPushed = before.ids.length === COMPARED_AT_MOST && ids.length === COMPARED_AT_MOST
  const gone = isPushed ? before.ids.find((id) => !ids.includes(id)) : undefined
  setBefore({ ids, gone })
  return gone
}
