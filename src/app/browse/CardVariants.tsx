import type { Model } from '#contract/models.ts'
import { browsePath, modelPath } from '#app/links.ts'
import { chooseVariants } from './chooseVariants.ts'

/** The other models of a family, as links on the card of its first: a line of them, and the way to the rest. */
export function CardVariants({ model }: { model: Model }) {
  const variants = model.variants ?? []
  const group = model.metadata?.group?.key
  if (variants.length === 0) return null
  const { shown, hidden } = chooseVariants(variants)
  return (
    <ul
      aria-label="Variants"
      // Under a finger the links reach beyond their line: so does what cuts it off, which takes no more room.
      className="card-variants h-6.5 truncate pt-0.5 text-[13px] leading-6 text-soft *:inline pointer-coarse:-my-2 pointer-coarse:h-10.5 pointer-coarse:pt-2.5"
    >
      {shown.map(({ endpoint_id, label, status }) => (
        <li key={endpoint_id}>
          <a
            href={modelPath(endpoint_id)}
            data-within-app
            className="card-variant"
            title={endpoint_id}
            aria-label={`${label}: ${endpoint_id}${status === 'deprecated' ? ', deprecated' : ''}`}
          >
            {status === 'deprecated' ? <s>{label}</s> : label}
          </a>
        </li>
      ))}
      {hidden > 0 && group !== undefined && (
        <li>
          <a
            href={browsePath({ group: [group], variants: 'apart' })}
            data-within-app
            className="card-variant text-quiet"
            aria-label={`+${hidden} more of the ${group} family`}
          >
            +{hidden} more
          </a>
        </li>
      )}
    </ul>
  )
}
