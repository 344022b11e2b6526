import { useLocation, useNavigate } from 'react-router-dom'
import { changeFragment } from '#app/fragment.ts'
import type { Field } from '#schema/field.ts'
import { typeInWords } from '#schema/typeInWords.ts'

/** The type of an input, which leads to what the schema says about it. */
export function AboutLink({ field }: { field: Field }) {
  const { pathname, state } = useLocation()
  const navigate = useNavigate()
  return (
    <a
      href={`#${field.path}`}
      aria-label={`${typeInWords(field)}: about ${field.name}`}
      className="min-w-0 text-[12.5px] leading-6 text-soft wrap-anywhere hover:text-ink hover:underline pointer-coarse:py-2.5"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        // The request stays in the address.
        void navigate(
          { pathname, hash: changeFragment(window.location.hash, { place: field.path }) },
          { state },
        )
      }}
    >
      {typeInWords(field)}
    </a>
  )
}
