import { useState } from 'react'
import { canonicalJson } from '#schema/canonicalJson.ts'
import { parseJson } from '#request/parseJson.ts'
import { attributesOf, type ControlProps } from './ControlProps.ts'
import { idOf } from './idOf.ts'
import { problemInWords } from './problemInWords.ts'

/** Any value, written as JSON; one that is no JSON yet is not sent yet. */
export function JsonControl(props: ControlProps) {
  const { value, path, onChange, describedBy, isInvalid } = props
  const id = idOf(path)
  const [draft, setDraft] = useState<{ text: string; value: unknown }>()
  const problem = draft && draft.text.trim() !== '' ? parseJson(draft.text).problem : undefined
  const isCurrent = draft !== undefined && canonicalJson(draft.value) === canonicalJson(value)
  const text = isCurrent ? draft.text : value === undefined ? '' : JSON.stringify(value, undefined, 2)
  const told = isCurrent && problem !== undefined
  return (
    <>
      <textarea
        {...attributesOf(
          {
            ...props,
            isInvalid: isInvalid || told,
            describedBy: [told && `${id}:json`, describedBy].filter(Boolean).join(' ') || undefined,
          },
          id,
        )}
        rows={2}
        value={text}
        spellCheck={false}
        placeholder="JSON"
        className="input field-sizing-content max-h-80 min-h-16 resize-y font-mono text-[13px]"
        onChange={({ target }) => {
          const parsed = parseJson(target.value)
          setDraft({ text: target.value, value: parsed.problem ? value : parsed.value })
          if (!parsed.problem) onChange(parsed.value)
        }}
      />
      {told && (
        <p id={`${id}:json`} className="mt-1 text-[12.5px] text-alarm">
          {problemInWords(problem)}
        </p>
      )}
    </>
  )
}
