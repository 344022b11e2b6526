import { useMemo, useState } from 'react'
import type { Model } from '#contract/models.ts'
import { examplePayload } from '#schema/examplePayload.ts'
import type { Field } from '#schema/field.ts'
import { highlight } from '#code/highlight.ts'
import { writeCode } from '#code/writeCode.ts'
import { readStored, store } from '#app/storage.ts'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Tabs } from '#ui/Tabs.tsx'

const LANGUAGES = [
  { key: 'curl', name: 'cURL' },
  { key: 'javascript', name: 'JavaScript' },
  { key: 'python', name: 'Python' },
] as const

const COLOURS = {
  plain: '',
  keyword: 'text-(--code-keyword)',
  string: 'text-(--code-string)',
  number: 'text-(--code-number)',
  comment: 'text-quiet',
}

/** Code that calls the model as it stands, with an example of what it takes. */
export function CodePanel({
  model: { endpoint_id, metadata },
  input,
}: {
  model: Model
  input: Field | undefined
}) {
  const [language, chooseLanguage] = useLanguage()
  const payload = useMemo(() => examplePayload(input, metadata?.category), [input, metadata?.category])
  const code = writeCode(language, { endpointId: endpoint_id, payload })
  return (
    <section aria-label="Code" className="rounded-card border border-line bg-raised">
      <Tabs
        variant="boxed"
        label="Language"
        selected={language}
        onSelect={chooseLanguage}
        aside={
          <CopyButton
            text={code}
            name="Copy code"
            className="button min-h-8 shrink-0 pointer-coarse:min-h-11"
          />
        }
        tabs={LANGUAGES.map(({ key, name }) => ({
          key,
          label: name,
          content: (
            <pre
              tabIndex={0}
              aria-label={`${name} code`}
              className="overflow-x-auto rounded-b-card p-4 font-mono text-[13px] leading-5.5"
            >
              {highlight(code, language).map(({ text, kind }, place) => (
                // oxlint-disable-next-line react/no-array-index-key -- the pieces of one text, drawn anew together
                <span key={place} className={COLOURS[kind]}>
                  {text}
                </span>
              ))}
            </pre>
          ),
        }))}
      />
    </section>
  )
}

type Language = (typeof LANGUAGES)[number]['key']

/** The language a reader chose, for this model and the next. */
function useLanguage() {
  const [language, setLanguage] = useState<Language>(() => readLanguage(readStored('language')))
  function chooseLanguage(key: string) {
    setLanguage(readLanguage(key))
    store('language', key)
  }
  return [language, chooseLanguage] as const
}

function readLanguage(key: string | undefined): Language {
  return LANGUAGES.find((known) => known.key === key)?.key ?? 'javascript'
}
