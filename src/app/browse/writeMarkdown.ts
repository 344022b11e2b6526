import type { Model } from '#contract/models.ts'
import { categoryName } from '#app/categoryName.ts'
import { countOf, formatDate } from '#app/format.ts'

/** Models as a Markdown table under a title that says what they are. Whatever they hold reads as the text it is. */
export function writeMarkdown(models: Model[], title: string, source: string): string {
  const head = ['Name', 'Id', 'Category', 'Takes', 'Returns', 'Inputs', 'Updated', 'Status']
  const rows = models.map(({ endpoint_id, metadata, signature }) => [
    linked(metadata?.display_name ?? endpoint_id, metadata?.model_url),
    escapeMarkdown(endpoint_id),
    escapeMarkdown(metadata ? categoryName(metadata.category) : ''),
    signature?.takes.join(', ') ?? '',
    signature?.returns.join(', ') ?? '',
    signature ? `${signature.required_inputs + signature.optional_inputs}` : '',
    escapeMarkdown(metadata ? formatDate(metadata.updated_at) : ''),
    metadata?.status ?? '',
  ])
  return [
    `# ${escapeMarkdown(title)}`,
    '',
    `${countOf(models.length, 'model')} from ${escapeMarkdown(source)}`,
    '',
    ...[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n')
}

/** Text on one line, with a backslash before all that Markdown or HTML would take for something else. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>|~&$]/g, String.raw`\$&`)
}

function linked(name: string, url: string | undefined): string {
  const text = escapeMarkdown(name)
  if (!url || !URL.canParse(url)) return text
  const { protocol, href } = new URL(url)
  const isWeb = protocol === 'https:' || protocol === 'http:'
  // The parser of URLs has escaped space and angle brackets by now.
  return isWeb ? `[${text}](<${href.replaceAll('|', '%7C').replaceAll('\\', '%5C')}>)` : text
}
