import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useId, useRef, useState } from 'react'
import { EndpointId } from '#app/EndpointId.tsx'
import { countOf } from '#app/format.ts'
import { modelQueries } from '#app/queries.ts'
import { Announcement } from '#ui/Announcement.tsx'

const SHOWN = 8

/** A search of its own for one more model; what it finds are buttons below it. */
export function AddModel({ ids, onAdd }: { ids: readonly string[]; onAdd: (id: string) => void }) {
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { data: found } = useQuery({
    ...modelQueries.found(q),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const queryClient = useQueryClient()
  const isNew = ({ endpoint_id }: { endpoint_id: string }) => !ids.includes(endpoint_id)
  const offered = (found ?? []).filter(isNew).slice(0, SHOWN)
  const isOpen = q !== '' && found !== undefined

  function add(endpointId: string) {
    setTyped('')
    input.current?.focus()
    onAdd(endpointId)
  }

  /** What is offered may still be the answer to fewer letters. */
  async function addFirst(q: string) {
    const first = (await queryClient.query(modelQueries.found(q)).catch(() => [])).find(isNew)
    if (first) add(first.endpoint_id)
  }

  return (
    <search className="relative w-full sm:w-88">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim() !== '') void addFirst(typed.trim())
        }}
      >
        <label htmlFor={id} className="sr-only">
          Add a model
        </label>
        <input
          ref={input}
          id={id}
          type="search"
          placeholder="Add a model"
          autoComplete="off"
          spellCheck={false}
          className="input bg-raised"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </form>
      {isOpen && (
        <div className="absolute inset-x-0 top-full z-10 mt-1 rounded-card border border-line bg-raised p-1 shadow-xl">
          {offered.length === 0 && (
            <p className="px-2.5 py-2 text-[14px] text-soft">No model is like this.</p>
          )}
          <ul aria-label="Models to add">
            {offered.map(({ endpoint_id, metadata }) => (
              <li key={endpoint_id}>
                <button
                  type="button"
                  className="w-full rounded-md px-2.5 py-1.5 text-left hover:bg-sunken focus-visible:bg-sunken focus-visible:-outline-offset-2"
                  onClick={() => add(endpoint_id)}
                >
                  <span className="block text-[14px]">{metadata?.display_name ?? endpoint_id}</span>
                  <span className="block font-mono text-[12.5px] text-quiet">
                    <EndpointId id={endpoint_id} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Announcement>{isOpen ? `${countOf(offered.length, 'model')} found` : ''}</Announcement>
    </search>
  )
}
