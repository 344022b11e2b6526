import type { Problem } from '#request/validatePayload.ts'
import { Announcement } from '#ui/Announcement.tsx'
import { Icon } from '#ui/Icon.tsx'
import { focusSoon } from './focusSoon.ts'
import { idOf } from './idOf.ts'

/** Whether the request keeps to the schema; a press leads to the first thing that does not. */
export function RequestStatus({ problems, onShow }: { problems: readonly Problem[]; onShow: () => void }) {
  const [first] = problems
  const words =
    first === undefined
      ? 'Fits the schema'
      : `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`
  return (
    <>
      {first === undefined ? (
        <p className="inline-flex items-center gap-1.5 text-[13px] text-soft">
          <Icon name="check" />
          {words}
        </p>
      ) : (
        <button
          type="button"
          className="inline-flex min-h-7 items-center text-[13px] font-medium text-alarm underline underline-offset-2 pointer-coarse:min-h-11"
          onClick={() => {
            onShow()
            focusSoon(...first.path.map((_, place) => idOf(first.path.slice(0, first.path.length - place))))
          }}
        >
          {words}
          <span className="sr-only">: show the first</span>
        </button>
      )}
      <Announcement>{words}</Announcement>
    </>
  )
}
