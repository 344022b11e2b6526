import { useMemo } from 'react'
import type { Model } from '#contract/models.ts'
import type { ModelSchema } from '#schema/readModelSchema.ts'
import { choicesFor, fileName, LANGUAGES, variantOf, type Language } from '#code/languages.ts'
import type { Subject } from '#code/subject.ts'
import { CopyButton } from '#ui/CopyButton.tsx'
import { DownloadButton } from '#ui/DownloadButton.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { CodeChoice } from './CodeChoice.tsx'
import { CodeText } from './CodeText.tsx'
import { useCodeChoices } from './useCodeChoices.ts'
import { useWriter } from './useWriter.ts'

/** The most wanted have a tab each, the others share a list. */
const TABS = LANGUAGES.slice(0, 4)
const OTHERS = LANGUAGES.slice(4)

/** Code that calls the model with the request's payload, types of what it takes and returns, and tool definitions. */
export function CodePanel({
  model,
  schema,
  payload,
}: {
  model: Model
  schema: ModelSchema
  payload: Record<string, unknown>
}) {
  const { language, chooseLanguage, chosen, chooseOption } = useCodeChoices()
  const { write, hasFailed } = useWriter(language)
  const choices = useMemo(() => choicesFor(language, Boolean(model.metadata?.stream_url)), [language, model])
  const code = useMemo(
    () => write?.(subjectOf(model, schema, payload), variantOf(choices, chosen)) ?? '',
    [write, model, schema, payload, choices, chosen],
  )
  const content = (
    <>
      <div className="flex flex-wrap items-center gap-2 border-b border-line p-2">
        {choices.map((choice) => (
          <CodeChoice key={choice.key} choice={choice} chosen={chosen} onChoose={chooseOption} />
        ))}
        <div className="ml-auto flex gap-2">
          <CopyButton text={code} name="Copy code" className={BUTTON} />
          <DownloadButton
            text={`${code}\n`}
            fileName={fileName(model.endpoint_id, language)}
            name="Save code"
            className={BUTTON}
          >
            Save
          </DownloadButton>
        </div>
      </div>
      {hasFailed ? (
        <p role="alert" className="flex flex-wrap items-center gap-3 p-4 text-[14px] text-soft">
          What writes {language.name} could not be fetched.
          <button type="button" className="button" onClick={() => location.reload()}>
            Reload
          </button>
        </p>
      ) : (
        <CodeText code={code} language={language} isComing={write === undefined} />
      )}
    </>
  )
  return (
    <section aria-label="Code" className="rounded-card border border-line bg-raised">
      <Tabs
        variant="boxed"
        label="Language"
        selected={language.key}
        onSelect={chooseLanguage}
        aside={<OtherLanguages language={language} onChoose={chooseLanguage} />}
        tabs={TABS.map(({ key, name }) => ({ key, label: name, content }))}
        otherwise={content}
      />
    </section>
  )
}

function subjectOf(
  { endpoint_id: endpointId, metadata }: Model,
  schema: ModelSchema,
  payload: Record<string, unknown>,
): Subject {
  return {
    endpointId,
    title: metadata?.display_name ?? endpointId,
    description: metadata?.description ?? '',
    payload,
    input: schema.input,
    output: schema.output,
  }
}

const BUTTON = 'button min-h-8 px-2.5 pointer-coarse:min-h-11'

function OtherLanguages({ language, onChoose }: { language: Language; onChoose: (key: string) => void }) {
  const isChosen = OTHERS.includes(language)
  return (
    <select
      aria-label="More languages"
      value={isChosen ? language.key : ''}
      onChange={(event) => onChoose(event.target.value)}
      className={`field-sizing-content min-h-8 max-w-full grow sm:max-w-36 sm:grow-0 rounded-lg border px-1.5 text-[13.5px] pointer-coarse:min-h-11 pointer-coarse:text-base ${isChosen ? 'border-edge bg-sunken font-medium text-ink' : 'border-line bg-raised text-soft hover:border-edge'}`}
    >
      <option value="" hidden>
        More
      </option>
      {GROUPS.map((group) => (
        <optgroup key={group} label={group}>
          {OTHERS.filter((other) => other.group === group).map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}

const GROUPS = ['Call', 'Types', 'Tools'] as const
