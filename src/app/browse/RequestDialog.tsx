import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { MAX_ENDPOINT_IDS } from '#contract/modelsFilter.ts'
import { writeModelsQuery } from '#contract/modelsQuery.ts'
import { readFilters, searchQuestion } from '#app/filters.ts'
import { formatNumber } from '#app/format.ts'
import { HighlightedCode } from '#app/HighlightedCode.tsx'
import { endpointAddress } from '#app/request.ts'
import { useAsked } from '#app/yours/useAsked.ts'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { extensionsIn } from './documentedParameters.ts'
import { writeRequest } from './writeRequest.ts'

/** Exactly the search of this page, for a program: what it asks, and of that what other servers would ignore. */
export function RequestDialog({ onClose }: { onClose: () => void }) {
  const [params] = useSearchParams()
  const [language, setLanguage] = useState<Language>('curl')
  const filters = useMemo(() => readFilters(params), [params])
  const asked = useAsked(filters)
  const query = useMemo(() => {
    // The size of pages is the program's own business.
    const { limit: _limit, ...question } = searchQuestion(asked)
    const { endpoint_ids } = question
    return writeModelsQuery(
      endpoint_ids ? { ...question, endpoint_ids: endpoint_ids.slice(0, MAX_ENDPOINT_IDS) } : question,
    )
  }, [asked])
  const extensions = extensionsIn(query)
  const idCount = asked.endpoint_ids?.length ?? 0
  const code = writeRequest(language, endpointAddress(), query)

  return (
    <Dialog title="This view as an API request" onClose={onClose}>
      <div className="rounded-card border border-line">
        <Tabs
          variant="boxed"
          label="Language"
          selected={language}
          onSelect={(key) => setLanguage(LANGUAGES.find((known) => known.key === key)?.key ?? 'curl')}
          aside={
            <CopyButton
              text={code}
              name="Copy request"
              className="button min-h-8 shrink-0 pointer-coarse:min-h-11"
            />
          }
          tabs={LANGUAGES.map(({ key, name }) => ({
            key,
            label: name,
            content: (
              <HighlightedCode code={code} language={key} name={`${name} request`} wraps={key === 'curl'} />
            ),
          }))}
        />
      </div>
      {idCount > MAX_ENDPOINT_IDS && (
        <p className="mt-4 text-[13.5px]">
          The endpoint takes {MAX_ENDPOINT_IDS} ids at once. This asks for the first {MAX_ENDPOINT_IDS} of the{' '}
          {formatNumber(idCount)} here: ask for the others in the same way.
        </p>
      )}
      <p className="mt-4 text-[13.5px] text-soft">
        {extensions.length === 0
          ? 'All of it is documented: any server of this endpoint understands it.'
          : 'Extensions of this server, which others ignore:'}
      </p>
      {extensions.length > 0 && (
        <ul className="mt-1.5 space-y-1 text-[13.5px] text-soft">
          {extensions.map(({ name, does }) => (
            <li key={`${name} ${does}`}>
              <code className="code-chip">{name}</code> {does}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}

const LANGUAGES = [
  { key: 'curl', name: 'cURL' },
  { key: 'javascript', name: 'JavaScript' },
  { key: 'python', name: 'Python' },
] as const
type Language = (typeof LANGUAGES)[number]['key']
