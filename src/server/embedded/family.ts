import { nameParts } from './displayName.ts'

/** `Kling 2.1` → `kling-2.1`. */
export function familyKey(endpointId: string): string {
  return nameParts(endpointId)
    .family.toLowerCase()
    .replaceAll(/[^\p{L}\p{N}.]+/gu, '-')
}

/**
 * What tells each endpoint of a family from the rest of it, by endpoint id: the end of its name, or what it does where
 * it has no other.
 */
export function variantLabels(
  members: { endpointId: string; name: string; category: string }[],
): Map<string, string> {
  const endings = members.map(({ endpointId, name }) =>
    name.slice(nameParts(endpointId).family.length).trim(),
  )
  return new Map(
    members.map(({ endpointId, category }, place) => {
      const ending = endings[place] ?? ''
      if (ending !== '' && !ending.startsWith('(')) return [endpointId, ending]
      const label = categoryLabel(category)
      return [endpointId, `${endings.includes(label) ? 'Base' : label} ${ending}`.trim()]
    }),
  )
}

/** `text-to-image` → `Text to Image`. */
function categoryLabel(category: string): string {
  return (LABELS.get(category) ?? category)
    .split('-')
    .map((word) => (word === 'to' ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ')
    .replace('3d', '3D')
}

const LABELS = new Map([
  ['llm', 'LLM'],
  ['json', 'JSON'],
  ['text-to-json', 'text-to-JSON'],
])
