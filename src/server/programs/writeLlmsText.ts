import { modelPath } from '#contract/modelPath.ts'
import type { Model } from '#contract/models.ts'
import { escapeMarkdown, markdownLink } from '#markdown/escapeMarkdown.ts'

/** The catalogue for language models, after the proposal of llmstxt.org: every active model, by category, in a line. */
export function writeLlmsText(models: readonly Model[], origin: string): string {
  const categories = new Map<string, Model[]>()
  for (const model of models) {
    if (model.metadata?.status === 'deprecated') continue
    const category = model.metadata?.category ?? 'other'
    categories.set(category, [...(categories.get(category) ?? []), model])
  }
  return [
    '# Model browser',
    '> A catalogue of AI models that are called over HTTP, each with the OpenAPI schema of what it takes and returns.',
    'Each link below leads to a model as Markdown: its inputs, outputs and an example call. Deprecated models are left out here.',
    [
      '## Endpoint',
      `- ${markdownLink('OpenAPI description', `${origin}/v1/openapi.json`)}: the endpoint behind this catalogue`,
      `- ${markdownLink('Search', `${origin}/v1/models?q=lip+sync&status=active&limit=10`)}: models by words, category, media, input properties and more`,
      `- ${markdownLink('Changes', `${origin}/v1/changes?limit=20`)}: what each release added, changed and removed`,
    ].join('\n'),
    ...[...categories]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([category, own]) =>
        [`## ${escapeMarkdown(category)}`, ...own.map((model) => writeModel(model, origin))].join('\n'),
      ),
    '',
  ].join('\n\n')
}

function writeModel({ endpoint_id, metadata }: Model, origin: string): string {
  const link = markdownLink(metadata?.display_name ?? endpoint_id, `${origin}${modelPath(endpoint_id)}.md`)
  return metadata ? `- ${link}: ${escapeMarkdown(metadata.description)}` : `- ${link}`
}
