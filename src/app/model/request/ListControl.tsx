import { useState } from 'react'
import { blankValue } from '#request/blankValue.ts'
import { changeAt, pathInWords, type Path } from '#request/payload.ts'
import type { FieldType } from '#schema/field.ts'
import { Announcement } from '#ui/Announcement.tsx'
import { Icon } from '#ui/Icon.tsx'
import type { ControlProps } from './ControlProps.ts'
import { focusSoon } from './focusSoon.ts'
import { idOf } from './idOf.ts'
import { InputRow } from './InputRow.tsx'
import { isGroup } from './isGroup.ts'

/** More are drawn when asked for. */
const ITEMS_AT_FIRST = 40

/** Items that are added, removed and moved, by pointer and by keyboard alike. */
export function ListControl({
  type,
  value,
  path,
  problems,
  onChange,
}: ControlProps & { type: FieldType & { kind: 'list' } }) {
  const items: unknown[] = Array.isArray(value) ? value : []
  // Each item keeps its key when it moves, so that what someone opened in it stays open.
  const [keys, setKeys] = useState<number[]>([])
  if (keys.length !== items.length) setKeys(items.map((_, place) => keys[place] ?? nextKey()))
  const [count, setCount] = useState(ITEMS_AT_FIRST)
  const [told, setTold] = useState('')
  const name = pathInWords(path)
  const id = idOf(path)
  const place = (index: number) => [...path, index]
  // What is inside an item has a line of its own.
  const isNested = isGroup(type.item)
  const addId = `${id}:add-item`

  function move(from: number, to: number) {
    onChange(moved(items, from, to))
    setKeys(moved(keys, from, to))
    setTold(`Moved to place ${to + 1} of ${items.length}`)
    const direction = to < from ? 'up' : 'down'
    const isAtEnd = to === 0 || to === items.length - 1
    focusSoon(`${idOf(place(to))}:${isAtEnd ? (to === 0 ? 'down' : 'up') : direction}`)
  }
  function remove(removed: Path) {
    const index = Number(removed[path.length])
    onChange(items.toSpliced(index, 1))
    setKeys(keys.toSpliced(index, 1))
    setTold(`Removed; ${items.length - 1} left`)
    focusSoon(items.length > 1 ? idOf(place(Math.min(index, items.length - 2))) : addId)
  }
  function add() {
    onChange([...items, blankValue(type.item)])
    setKeys([...keys, nextKey()])
    setCount(Math.max(count, items.length + 1))
    focusSoon(idOf(place(items.length)))
  }
  return (
    <>
      {items.length > 0 && (
        <ol className={isNested ? 'divide-y divide-line' : 'border-l-2 border-line pl-3'}>
          {items.slice(0, count).map((item, index) => (
            <li key={keys[index]}>
              <InputRow
                field={type.item}
                label={String(index + 1)}
                value={item}
                path={place(index)}
                problems={problems.filter((problem) => problem.path[path.length] === index)}
                onChange={(changed, next) => onChange(changeAt(items, changed.slice(path.length), next))}
                onRemove={remove}
                actions={
                  items.length > 1 && (
                    <>
                      <button
                        type="button"
                        id={`${idOf(place(index))}:up`}
                        aria-label={`Move ${pathInWords(place(index))} up`}
                        disabled={index === 0}
                        className="icon-button"
                        onClick={() => move(index, index - 1)}
                      >
                        <Icon name="up" />
                      </button>
                      <button
                        type="button"
                        id={`${idOf(place(index))}:down`}
                        aria-label={`Move ${pathInWords(place(index))} down`}
                        disabled={index === items.length - 1}
                        className="icon-button"
                        onClick={() => move(index, index + 1)}
                      >
                        <Icon name="up" className="rotate-180" />
                      </button>
                    </>
                  )
                }
              />
            </li>
          ))}
        </ol>
      )}
      {items.length > count && (
        <button type="button" className="button my-2" onClick={() => setCount(count + ITEMS_AT_FIRST)}>
          Show more of {items.length - count} others
        </button>
      )}
      <button
        type="button"
        id={addId}
        aria-label={`Add an item to ${name}`}
        className="button mt-1 min-h-8 px-2.5 text-[13px] text-soft pointer-coarse:min-h-11"
        onClick={add}
      >
        Add an item
      </button>
      <Announcement>{told}</Announcement>
    </>
  )
}

function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.toSpliced(from, 1)
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)]
}

let lastKey = 0
function nextKey(): number {
  lastKey += 1
  return lastKey
}
