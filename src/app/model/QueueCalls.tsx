import type { QueueCall } from '#schema/readModelSchema.ts'
import { CopyButton } from '#ui/CopyButton.tsx'

/** The HTTP calls behind the client libraries. */
export function QueueCalls({ calls }: { calls: QueueCall[] }) {
  if (calls.length === 0) return <p className="py-6 text-soft">The document names no calls.</p>
  return (
    <ul>
      {calls.map(({ name, method, url, description, parameters }) => (
        <li key={`${method} ${url}`} className="border-b border-line py-4.5">
          <p className="font-medium">{name}</p>
          <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 font-mono text-[13px] text-soft">
            <span className="wrap-anywhere">
              <span className="font-semibold text-ink">{method}</span> {url}
            </span>
            <CopyButton
              text={url}
              name={`Copy address of ${name}`}
              className="button min-h-7 px-2 font-sans text-[12.5px] pointer-coarse:min-h-11"
            />
          </p>
          {description !== undefined && <p className="mt-1 text-[14.5px] text-soft">{description}</p>}
          {parameters.length > 0 && (
            <ul className="mt-2 space-y-1 text-[13.5px] text-soft">
              {parameters.map((parameter) => (
                <li key={parameter.name}>
                  <code className="font-mono text-[13px] text-ink">{parameter.name}</code> in the{' '}
                  {parameter.in}
                  {parameter.description !== undefined && `: ${parameter.description}`}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
