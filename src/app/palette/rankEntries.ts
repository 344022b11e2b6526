import { fuzzyMatch } from './fuzzyMatch.ts'
import { PALETTE_GROUPS, type PaletteEntry, type PaletteGroup } from './PaletteEntry.ts'

/** An entry with the letters of its name and detail that were typed. */
export type RankedEntry = { entry: PaletteEntry; namePlaces: number[]; detailPlaces: number[] }
export type RankedGroup = { group: PaletteGroup; entries: RankedEntry[] }

const MOST = 50

/** The best entries for what was typed, by group, the group with the best entry first. Without words, all but models. */
export function rankEntries(typed: string, entries: PaletteEntry[]): RankedGroup[] {
  const words = typed.trim()
  const ranked = entries
    .flatMap((entry) => {
      if (words === '' && entry.group === 'Models') return []
      const match = fuzzyMatch(words, [entry.name, entry.detail ?? '', entry.alias ?? ''])
      const [namePlaces = [], detailPlaces = []] = match?.places ?? []
      return match ? [{ entry, score: words === '' ? 0 : match.score, namePlaces, detailPlaces }] : []
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, words === '' ? undefined : MOST)
  const groups = words === '' ? PALETTE_GROUPS : new Set(ranked.map(({ entry }) => entry.group))
  return [...groups]
    .map((group) => ({ group, entries: ranked.filter(({ entry }) => entry.group === group) }))
    .filter((one) => one.entries.length > 0)
}
