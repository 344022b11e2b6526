import type { ReactNode } from 'react'
import type { Field } from '#schema/field.ts'
import { typeInWords } from '#schema/typeInWords.ts'
import { CopyButton } from '#ui/CopyButton.tsx'
import { changeFragment } from '#app/fragment.ts'

/** What a field is called and what it is, with the link to it. */
export function FieldHead({ field, name }: { field: Field; name: ReactNode }) {
  return (
    <div className="group/head flex items-start gap-2">
      <p className="flex min-w-0 grow flex-wrap items-baseline gap-x-2.5">
        {name}
        <span className="text-[13.5px] text-soft wrap-anywhere">
          <span className="sr-only">type: </span>
          {typeInWords(field)}
          {field.isNullable && <span className="text-quiet"> or null</span>}
        </span>
        {field.isRequired && <span className="text-[12.5px] font-medium text-alarm">required</span>}
        {field.isDeprecated && <span className="text-[12.5px] font-medium text-soft">deprecated</span>}
      </p>
      <CopyLink field={field} />
    </div>
  )
}

/** Copies the address of a field. In sight when the field is pointed at or reached by keyboard, always under a finger. */
export function CopyLink({ field: { name, path } }: { field: Field }) {
  return (
    <CopyButton
      text={() => {
        const url = new URL(window.location.href)
        // What else the fragment carries is this reader's own.
        url.hash = changeFragment('', { place: path })
        return url.href
      }}
      name={`Copy link to ${name}`}
      icon="link"
      className="-my-0.5 inline-flex size-6 shrink-0 items-center justify-center rounded-md text-[14px] text-quiet opacity-0 group-hover/head:opacity-100 hover:bg-sunken hover:text-ink focus-visible:opacity-100 pointer-coarse:-my-2.5 pointer-coarse:size-11 pointer-coarse:opacity-100"
    >
      {null}
    </CopyButton>
  )
}
