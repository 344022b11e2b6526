import { writeCurl } from '#code/writeCurl.ts'
import type { Model } from '#contract/models.ts'
import { modelPath } from '#contract/modelPath.ts'
import { examplePayload } from '#schema/examplePayload.ts'
import type { Field } from '#schema/field.ts'
import { readMedia } from '#schema/media.ts'
import { readModelSchema } from '#schema/readModelSchema.ts'
import { escapeMarkdown, markdownBlock, markdownCode, markdownLink } from './escapeMarkdown.ts'
import { writeFieldTable } from './writeFieldTable.ts'

/** The page of a model as compact Markdown, for programs that read text. `origin` is where its links lead. */
export function writeModelMarkdown(model: Model, relatives: readonly Model[], origin: string): string {
  const { endpoint_id, metadata, openapi } = model
  const schema = readModelSchema(openapi)
  const payload = examplePayload(schema.input, metadata?.category)
  const parts = [
    `# ${escapeMarkdown(nameOf(model))}`,
    writeFacts(model, origin),
    metadata && escapeMarkdown(metadata.description),
    schema.problems.map((problem) => escapeMarkdown(problem)).join('\n\n'),
    writeSection('Input', schema.input),
    writeSection('Output', schema.output),
    schema.input &&
      `## Example\n\n${markdownBlock(writeCurl({ endpointId: endpoint_id, payload, mode: 'subscribe' }), 'sh')}`,
    relatives.length > 0 &&
      `## Relatives\n\n${relatives.map((relative) => `- ${writeRelative(relative, origin)}`).join('\n')}`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function nameOf({ endpoint_id, metadata }: Model): string {
  return metadata?.display_name ?? endpoint_id
}

function writeFacts({ endpoint_id, metadata, openapi }: Model, origin: string): string {
  const { takes, returns } = readMedia(openapi)
  const facts = [
    `Id: ${markdownCode(endpoint_id)}`,
    metadata && `Status: ${metadata.status}`,
    metadata && `Category: ${escapeMarkdown(metadata.category)}`,
    takes.length > 0 && `Takes: ${takes.join(', ')}`,
    returns.length > 0 && `Returns: ${returns.join(', ')}`,
    metadata?.license_type && `Licence: ${metadata.license_type}`,
    metadata && `Added: ${escapeMarkdown(metadata.date.slice(0, 10))}`,
    metadata && `Updated: ${escapeMarkdown(metadata.updated_at.slice(0, 10))}`,
    `Page: ${origin}${modelPath(endpoint_id)}`,
  ]
  return facts
    .filter(Boolean)
    .map((fact) => `- ${fact}`)
    .join('\n')
}

function writeSection(title: string, field: Field | undefined): string | undefined {
  return field && `## ${title}\n\n${writeFieldTable(field)}`
}

function writeRelative(model: Model, origin: string): string {
  const { endpoint_id, metadata } = model
  const link = markdownLink(nameOf(model), `${origin}${modelPath(endpoint_id)}`)
  const status = metadata?.status === 'deprecated' ? ' (deprecated)' : ''
  return `${link} ${markdownCode(endpoint_id)}${status}`
}
