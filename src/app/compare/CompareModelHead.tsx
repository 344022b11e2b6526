import { Link } from 'react-router-dom'
import { EndpointId } from '#app/EndpointId.tsx'
import { KindDot } from '#app/KindDot.tsx'
import { modelPath } from '#app/links.ts'
import { Icon } from '#ui/Icon.tsx'
import type { ComparedModel } from './compareModels.ts'

/** The head of a model's column, with the way to take it out. */
export function CompareModelHead({
  model: { id, name, model },
  onRemove,
}: {
  model: ComparedModel
  onRemove: (id: string) => void
}) {
  return (
    <div className="flex items-start gap-1">
      <div className="min-w-0 grow">
        <p className="flex items-baseline gap-2">
          {model.metadata && <KindDot category={model.metadata.category} className="translate-y-[-1px]" />}
          <Link
            to={modelPath(id)}
            className="text-[14.5px] leading-5 font-semibold wrap-anywhere hover:underline"
          >
            {name}
          </Link>
        </p>
        <p
          className="mt-0.5 line-clamp-2 font-mono text-[12px] leading-4.5 font-normal text-quiet"
          title={id}
        >
          <EndpointId id={id} />
        </p>
        {model.metadata?.status === 'deprecated' && (
          <p className="text-[12.5px] font-medium text-alarm">Deprecated</p>
        )}
      </div>
      <button
        type="button"
        aria-label={`Take ${name} out`}
        title="Take out"
        className="icon-button -mt-1"
        onClick={() => onRemove(id)}
      >
        <Icon name="close" />
      </button>
    </div>
  )
}
