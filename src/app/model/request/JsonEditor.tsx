import { parseJson, type JsonProblem } from '#request/parseJson.ts'
import { isJsonObject, type JsonObject } from '#request/payload.ts'
import { Announcement } from '#ui/Announcement.tsx'
import { problemInWords } from './problemInWords.ts'

/** What someone wrote, and the request that it is unless it has a problem. */
export type JsonDraft = { text: string } & ({ payload: JsonObject } | { problem: JsonProblem })

/** The request as JSON. While it is none, the form keeps the last that was. */
export function JsonEditor({
  draft,
  payload,
  onWrite,
}: {
  draft: JsonDraft | undefined
  payload: JsonObject
  onWrite: (draft: JsonDraft) => void
}) {
  const isCurrent = draft && ('problem' in draft || draft.payload === payload)
  const problem = isCurrent && 'problem' in draft ? draft.problem : undefined
  return (
    <div className="p-3">
      <textarea
        id="request:json"
        aria-label="Request as JSON"
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={problem && 'request:json-problem'}
        value={isCurrent ? draft.text : JSON.stringify(payload, undefined, 2)}
        rows={10}
        spellCheck={false}
        autoComplete="off"
        className="input field-sizing-content max-h-[60dvh] min-h-52 resize-y font-mono text-[13px]"
        onChange={({ target }) => onWrite(readDraft(target.value))}
      />
      {problem && (
        <p id="request:json-problem" className="mt-1 text-[13px] text-alarm wrap-anywhere">
          {problemInWords(problem)}. Form and code keep the last request that was whole.
        </p>
      )}
      <Announcement>{problem ? problemInWords(problem) : ''}</Announcement>
    </div>
  )
}

export function readDraft(text: string): JsonDraft {
  const { value, problem } = parseJson(text)
  if (problem) return { text, problem }
  return isJsonObject(value)
    ? { text, payload: value }
    : { text, problem: { line: 1, column: 1, message: 'Expected an object in braces' } }
}
