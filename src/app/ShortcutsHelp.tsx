import { useState } from 'react'
import { Dialog } from '#ui/Dialog.tsx'
import { Switch } from '#ui/Switch.tsx'
import { store } from './storage.ts'
import { areSingleKeysOn, isApple, type ShortcutKey, SINGLE_KEYS } from './shortcuts.ts'

/** All shortcuts, and the switch that turns off those of a single key. */
export function ShortcutsHelp({ onClose }: { onClose: () => void }) {
  const [isOn, setIsOn] = useState(areSingleKeysOn)
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <ShortcutList
        title="Anywhere"
        shortcuts={Object.entries(ANYWHERE).map(([key, does]) => ({ keys: [key], does }))}
      />
      <ShortcutList title="In the list" shortcuts={LIST_KEYS} />
      <Switch
        isOn={isOn}
        onTurn={(state) => {
          setIsOn(state === 'on')
          store(SINGLE_KEYS, state)
        }}
        className="mt-5 border-t border-line pt-4"
      >
        Shortcuts of a single key
        <span className="block text-[13px] text-quiet">
          Turn them off when you dictate, or press keys by accident.
        </span>
      </Switch>
    </Dialog>
  )
}

function ShortcutList({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }) {
  return (
    <section className="mb-5">
      <h3 className="mb-1 text-[13px] font-medium text-quiet">{title}</h3>
      <dl>
        {shortcuts.map(({ keys, does }) => (
          <div key={does} className="flex items-center justify-between gap-4 py-1.5">
            <dt>{does}</dt>
            <dd className="flex max-w-1/2 flex-wrap justify-end gap-1 sm:shrink-0">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="min-w-6 rounded border border-line bg-sunken px-1.5 text-center whitespace-nowrap font-mono text-[12.5px] leading-6 text-soft"
                >
                  {key.replace('Mod', isApple() ? '⌘' : 'Ctrl')}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const ANYWHERE: Record<ShortcutKey, string> = {
  'Mod K': 'Go to any model, category or action',
  '/': 'Search',
  s: 'Save the model, or take it out of the saved ones',
  c: 'Note the model for a comparison, or take it out',
  y: 'Copy the id of the model',
  '?': 'Show these shortcuts',
}

type Shortcut = { keys: readonly string[]; does: string }

/** Keys that move within the list once one of its models has the focus. */
const LIST_KEYS: readonly Shortcut[] = [
  { keys: ['←', '→', '↑', '↓'], does: 'Go to the model beside, above or below' },
  { keys: ['Home', 'End'], does: 'Go to the first or last of the row' },
  { keys: ['Page Up', 'Page Down'], does: 'Go to the model before or after' },
  { keys: ['Ctrl Home', 'Ctrl End'], does: 'Leave the list at its start or end' },
  { keys: ['Enter'], does: 'Open the model' },
]
