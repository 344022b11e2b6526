import type { ModelEvent } from '#contract/history.ts'

/** What a release did to a model, as a heading says it. */
export const EVENT_NAMES: Record<ModelEvent, string> = {
  added: 'Added',
  changed: 'Changed',
  removed: 'Gone',
  returned: 'Back',
}
