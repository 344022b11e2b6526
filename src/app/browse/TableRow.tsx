/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/prefer-tag-over-role, jsx-a11y/no-interactive-element-to-noninteractive-role -- see ModelTable.tsx */
import { memo, useState } from 'react'
import type { Model } from '#contract/models.ts'
import { EndpointId } from '#app/EndpointId.tsx'
import { formatDate } from '#app/format.ts'
import { KindDot } from '#app/KindDot.tsx'
import { modelPath } from '#app/links.ts'
import { mediumInWords } from '#app/mediumInWords.ts'
import { KeepButton } from '#app/yours/KeepButton.tsx'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Icon } from '#ui/Icon.tsx'

/** A model in the table. Its actions are drawn once someone points at it: there may be more than a thousand rows. */
export const TableRow = memo(function TableRow({
  model: { endpoint_id, metadata, signature },
  position,
  hasSignatures,
}: {
  model: Model
  position: number
  hasSignatures: boolean
}) {
  const name = metadata?.display_name ?? endpoint_id
  const [isPointedAt, setIsPointedAt] = useState(() => matchMedia('(pointer: coarse)').matches)
  const point = () => setIsPointedAt(true)
  return (
    <tr
      role="row"
      data-place={endpoint_id}
      aria-rowindex={position + 1}
      className="group grid scroll-mt-10 grid-cols-(--columns) *:border-b *:border-line *:py-1.5 *:leading-5 *:pr-3 pointer-coarse:*:py-3 hover:bg-sunken lg:scroll-mt-24"
      onPointerEnter={point}
      onFocus={point}
    >
      <th role="rowheader" scope="row" className="first-column flex items-baseline gap-2 font-medium">
        <KindDot category={metadata?.category ?? ''} />
        <a
          href={modelPath(endpoint_id)}
          data-card-link
          data-within-app
          className="relative min-w-0 wrap-anywhere hover:underline pointer-coarse:before:absolute pointer-coarse:before:-inset-x-3 pointer-coarse:before:-inset-y-3"
        >
          {name}
        </a>
        {metadata?.is_favorited && (
          <span title="Favourite" className="self-center text-soft">
            <Icon name="star" className="fill-current" />
            <span className="sr-only">Favourite</span>
          </span>
        )}
      </th>
      <td role="cell" className="relative font-mono text-[12.5px] text-soft">
        <div className="pr-21 pointer-coarse:pr-36">
          <EndpointId id={endpoint_id} />
        </div>
        {isPointedAt && (
          <div className="absolute top-1/2 right-3 flex -translate-y-1/2 gap-1 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
            <KeepButton endpointId={endpoint_id} name={name} className={LOOK} />
            <KeepButton collection="compared" endpointId={endpoint_id} name={name} className={LOOK} />
            <CopyButton text={endpoint_id} name={`Copy id of ${name}`} shortcut="y" className={LOOK}>
              {null}
            </CopyButton>
          </div>
        )}
      </td>
      {hasSignatures && (
        <>
          <td role="cell" className="text-soft">
            {signature?.takes.map(mediumInWords).join(', ')}
          </td>
          <td role="cell" className="text-soft">
            {signature?.returns.map(mediumInWords).join(', ')}
          </td>
          <td role="cell" className="text-soft">
            {signature && `${signature.required_inputs + signature.optional_inputs} `}
            {signature && <span className="text-quiet">({signature.required_inputs} required)</span>}
          </td>
        </>
      )}
      <td role="cell" className="text-soft">
        {metadata && formatDate(metadata.updated_at)}
      </td>
      <td role="cell" className="text-soft capitalize">
        {metadata?.status}
      </td>
    </tr>
  )
})

const LOOK = 'button min-h-7 w-6 px-0 pointer-coarse:w-11'
