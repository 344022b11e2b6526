import { useState } from 'react'
import { attributesOf, type ControlProps } from './ControlProps.ts'
import { idOf } from './idOf.ts'
import { MediaPreview } from './MediaPreview.tsx'

/** A line of text; a prompt, and whatever has several lines, grows with what is written. Addresses of media can be looked at. */
export function TextControl(props: ControlProps & { suggestions?: readonly unknown[] }) {
  const { field, value, path, onChange, suggestions } = props
  const [asked, setAsked] = useState<string>()
  const text = typeof value === 'string' ? value : ''
  const id = idOf(path)
  const attributes = { ...attributesOf(props, id), value: text, autoComplete: 'off' }
  if (field.medium === 'text' || text.includes('\n')) {
    return (
      <textarea
        {...attributes}
        rows={3}
        className="input field-sizing-content max-h-80 min-h-20 resize-y"
        onChange={({ target }) => onChange(target.value)}
      />
    )
  }
  const isAddress = field.medium !== undefined && field.medium !== 'json'
  return (
    <>
      <input
        {...attributes}
        type="text"
        inputMode={isAddress ? 'url' : undefined}
        spellCheck={isAddress ? false : undefined}
        placeholder={isAddress ? 'https://' : undefined}
        list={suggestions && `${id}:suggestions`}
        className="input"
        onChange={({ target }) => onChange(target.value)}
        // Whoever pastes an address wants to see what is there.
        onPaste={({ clipboardData }) => setAsked(clipboardData.getData('text').trim())}
      />
      {suggestions && (
        <datalist id={`${id}:suggestions`}>
          {suggestions.map((suggestion) => (
            <option key={String(suggestion)}>{String(suggestion)}</option>
          ))}
        </datalist>
      )}
      <MediaPreview
        medium={field.medium}
        address={text.trim()}
        name={field.name}
        isAsked={asked === text.trim()}
        onAsk={() => setAsked(text.trim())}
      />
    </>
  )
}
