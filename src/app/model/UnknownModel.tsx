import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from 'react-router-dom'
import { EndpointId } from '#app/EndpointId.tsx'
import { modelPath } from '#app/links.ts'
import { relativesQueries } from './relativesQueries.ts'

/** For an id that does not exist, or does no longer: the ids nearest to it. */
export function UnknownModel({ endpointId }: { endpointId: string }) {
  const { data: nearest = [] } = useQuery(relativesQueries.nearest(endpointId))
  const meant = nearest.find(({ endpoint_id }) => endpoint_id.toLowerCase() === endpointId.toLowerCase())
  if (meant) return <Navigate to={modelPath(meant.endpoint_id)} replace />
  return (
    <main id="content" tabIndex={-1} className="mx-auto max-w-160 px-4 py-16 text-soft">
      <title>Unknown model · Model browser</title>
      <h1 className="mb-1 text-lg font-semibold text-ink">There is no model with this id</h1>
      <p className="font-mono text-[14px]">
        <EndpointId id={endpointId} />
      </p>
      {nearest.length > 0 && (
        <>
          <h2 className="mt-6 border-b border-line pb-2 font-medium text-ink">Did you mean</h2>
          <ul>
            {nearest.map(({ endpoint_id, metadata }) => (
              <li key={endpoint_id} className="border-b border-line">
                <Link to={modelPath(endpoint_id)} className="block py-2.5 hover:bg-sunken">
                  <span className="block text-ink">{metadata?.display_name ?? endpoint_id}</span>
                  <span className="font-mono text-[12.5px] text-quiet">
                    <EndpointId id={endpoint_id} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <Link to="/" className="button button-primary mt-6">
        Browse all models
      </Link>
    </main>
  )
}
