import { use, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useLocation } from 'react-router-dom'
import { fitPayload, type LeftOut } from '#request/fitPayload.ts'
import { packPayload, unpackPayload } from '#request/packPayload.ts'
import type { JsonObject } from '#request/payload.ts'
import type { Field } from '#schema/field.ts'
import { changeFragment, readFragment } from '#app/fragment.ts'
import { IsShownContext } from '#app/IsShownContext.ts'

/** What became of the request that a link brought: parts that were left out, or all of it. */
export type Arrival = { leftOut: readonly LeftOut[]; sent: JsonObject } | 'unreadable'

const PAUSE = 300

/**
 * Keeps the request in the page's fragment, and takes over one that a link brings. The address is replaced after a
 * pause, past the router: nothing on the page but this form depends on it, so nothing is drawn anew.
 */
export function useRequestLink({
  input,
  suggested,
  payload,
  onChange,
}: {
  input: Field | undefined
  suggested: JsonObject
  payload: JsonObject
  onChange: (payload: JsonObject) => void
}) {
  const { hash } = useLocation()
  const isShown = use(IsShownContext)
  const arriving = readFragment(hash).parts.get('request')
  const [arrival, setArrival] = useState<Arrival>()
  const [isTooLong, setIsTooLong] = useState(false)
  /** How the request is packed, and as which part of the address it was last written or read. */
  const packed = useRef<string>(undefined)
  const written = useRef<string>(undefined)
  const settled = useRef<JsonObject>(suggested)

  const takeOver = useEffectEvent((sent: JsonObject | undefined) => {
    if (sent === undefined) return setArrival('unreadable')
    const { payload: fitting, leftOut } = fitPayload(input, sent)
    settled.current = fitting
    setArrival(leftOut.length > 0 ? { leftOut, sent } : undefined)
    return onChange(fitting)
  })

  useEffect(() => {
    if (arriving === undefined || arriving === written.current) return undefined
    let isOver = false
    written.current = arriving
    void unpackPayload(arriving).then((sent) => {
      if (!isOver) takeOver(sent)
    })
    return () => {
      isOver = true
    }
  }, [arriving])

  useEffect(() => {
    if (!isShown) return undefined
    let isOver = false
    const packing = packPayload(payload)
    void packing.then((part) => {
      if (isOver) return
      packed.current = part
      setIsTooLong(part === undefined)
    })
    const write = async () => {
      const part = await packing
      if (isOver || settled.current === payload) return
      settled.current = payload
      written.current = payload === suggested ? undefined : part
      replaceFragment(changeFragment(window.location.hash, { request: written.current }))
    }
    const timer = setTimeout(() => void write(), PAUSE)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [isShown, payload, suggested])

  return {
    arrival,
    dismissArrival: () => setArrival(undefined),
    isTooLong,
    /** The address of this page with the request as it is now. */
    linkToCall: () =>
      new URL(`#${changeFragment(window.location.hash, { request: packed.current })}`, window.location.href)
        .href,
  }
}

function replaceFragment(fragment: string) {
  const { pathname, search } = window.location
  // The router's own notes on this entry stay with it.
  window.history.replaceState(
    window.history.state,
    '',
    `${pathname}${search}${fragment === '' ? '' : `#${fragment}`}`,
  )
}
