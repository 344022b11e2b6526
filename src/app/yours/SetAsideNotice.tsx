import { saveFile } from '#ui/saveFile.ts'
import { discardSetAside, type SetAsideName, useSetAside } from './setAside.ts'

const WHAT = {
  favourites: 'The list of your saved models',
  recent: 'The list of your recently opened models',
  compared: 'The list of the models that you compare',
  visits: 'The note of your last visit',
} satisfies Record<SetAsideName, string>

/** Says that something stored could not be read, and was kept aside, until the reader has it or does not want it. */
export function SetAsideNotice({ name }: { name: SetAsideName }) {
  const text = useSetAside(name)
  if (text === undefined) return null
  return (
    <section className="mb-4 flex flex-wrap items-center justify-between gap-3 rounded-card border border-edge p-4 text-[14px] text-soft">
      <p>
        {WHAT[name]} could not be read: it is damaged, or was written by another version. It was set aside,
        and a new one begun.
      </p>
      <div className="flex flex-wrap gap-2">
        <button
          type="button"
          className="button"
          onClick={() => saveFile(`${name}-set-aside.txt`, text, 'text/plain')}
        >
          Download what was there
        </button>
        <button type="button" className="button" onClick={() => discardSetAside(name)}>
          Discard it
        </button>
      </div>
    </section>
  )
}
