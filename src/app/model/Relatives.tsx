import { useQuery } from '@tanstack/react-query'
import { use } from 'react'
import { Link } from 'react-router-dom'
import type { Model } from '#contract/models.ts'
import { EndpointId } from '#app/EndpointId.tsx'
import { modelPath } from '#app/links.ts'
import { IsShownContext } from '#app/IsShownContext.ts'
import { relativesQueries } from './relativesQueries.ts'

/** Links to the variants of the model's family, and to what trains it or runs what it trained. */
export function Relatives({ model }: { model: Model }) {
  const { data: relatives } = useQuery({
    ...relativesQueries.relatives(model),
    enabled: use(IsShownContext),
  })
  const {
    kind,
    training_endpoint_ids: trainers = [],
    inference_endpoint_ids: runners = [],
  } = model.metadata ?? {}
  const counterparts = (ids: string[]) =>
    ids
      .filter((id) => id !== model.endpoint_id)
      .map(
        (id) => relatives?.counterparts.find(({ endpoint_id }) => endpoint_id === id) ?? { endpoint_id: id },
      )
  return (
    <>
      <Section title="Same family" models={relatives?.variants ?? []} />
      {/* The live endpoint may name the same ids as both: what the model itself is decides. */}
      {kind === 'training' ? (
        <Section title="Run the result with" models={counterparts(runners)} />
      ) : (
        <Section title="Train it with" models={counterparts(trainers)} />
      )}
    </>
  )
}

function Section({ title, models }: { title: string; models: Model[] }) {
  if (models.length === 0) return null
  return (
    <section>
      <h2 className="border-b border-line pb-2 text-[14px] font-semibold">{title}</h2>
      <ul>
        {models.map(({ endpoint_id, metadata }) => (
          <li key={endpoint_id} className="border-b border-line">
            <Link
              to={modelPath(endpoint_id)}
              className="flex flex-wrap items-baseline justify-between gap-x-4 py-2 text-[13.5px] hover:bg-sunken pointer-coarse:py-3"
            >
              {metadata && (
                <span>
                  {metadata.display_name}
                  {metadata.status === 'deprecated' && <span className="text-quiet"> · deprecated</span>}
                </span>
              )}
              <span className="font-mono text-[12.5px] text-quiet">
                <EndpointId id={endpoint_id} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
