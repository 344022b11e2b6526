import { type ChangesFilter, readChangesFilter } from '#contract/changesQuery.ts'

/** Reads the filter of the changes page from its URL. What we do not understand counts as absent, so an old link still opens. */
export function readPageFilter(params: URLSearchParams): ChangesFilter {
  const filter: ChangesFilter = {}
  for (const parameter of params) {
    try {
      Object.assign(filter, readChangesFilter(new URLSearchParams([parameter])))
    } catch {
      // Not one of ours, or no longer.
    }
  }
  return filter
}
