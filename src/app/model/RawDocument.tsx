import type { Model } from '#contract/models.ts'
import { CopyButton } from '#ui/CopyButton.tsx'
import { DownloadButton } from '#ui/DownloadButton.tsx'

/** The OpenAPI document as the endpoint sent it. */
export function RawDocument({ model: { endpoint_id, openapi } }: { model: Model }) {
  const text = JSON.stringify(openapi, null, 2)
  return (
    <div className="py-4">
      <div className="mb-3 flex flex-wrap gap-2">
        <CopyButton text={text}>Copy document</CopyButton>
        <DownloadButton text={text} fileName={`${endpoint_id.replaceAll('/', '_')}.openapi.json`} />
      </div>
      <pre
        // A region that scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label="OpenAPI document"
        className="max-h-[70dvh] overflow-auto rounded-card border border-line bg-raised p-4 font-mono text-[12.5px] leading-5"
      >
        {text}
      </pre>
    </div>
  )
}
