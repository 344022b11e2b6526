import { useMemo } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { COMPARED_AT_MOST } from '#contract/comparePath.ts'

/** The models that the URL names, each once and no more than fit, and a way to name others. */
export function useComparedIds() {
  const { search, hash } = useLocation()
  const navigate = useNavigate()
  const named = new URLSearchParams(search).getAll('endpoint_id').join(' ')
  const ids = useMemo(
    () => [...new Set(named.split(' ').filter((id) => id !== ''))].slice(0, COMPARED_AT_MOST),
    [named],
  )
  function change(next: readonly string[]) {
    const params = new URLSearchParams(search)
    params.delete('endpoint_id')
    for (const id of next) params.append('endpoint_id', id)
    // The fragment holds the request that the models are tried with.
    void navigate({ search: params.toString(), hash })
  }
  return { ids, change }
}
