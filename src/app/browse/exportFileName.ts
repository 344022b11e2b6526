import type { BrowseFilters } from '#app/filters.ts'
import { titleInWords } from './filtersInWords.ts'

/** "active-image-to-video-models-matching-pan-2026-11-25.csv": what is in the file, and of when. */
export function exportFileName(filters: BrowseFilters, extension: string, day: Date): string {
  const words = titleInWords(filters)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-|-$/g, '')
  return `${words}-${day.toISOString().slice(0, 10)}.${extension}`
}

/** Some file systems take no more than 255 bytes, of which a letter may need four. */
const LONGEST = 55
