import { writeJson } from './literal.ts'
import type { Subject, Variant } from './subject.ts'
import { toJsonSchema, type JsonSchema } from './writeJsonSchema.ts'

/** The model as a function that OpenAI's models may call. */
export function writeOpenAiTool(subject: Subject, { api }: Variant): string {
  const tool = {
    name: toolName(subject.endpointId),
    description: describe(subject),
    parameters: inputOf(subject),
  }
  return writeJson(
    api === 'chat' ? { type: 'function', function: tool } : { type: 'function', ...tool, strict: false },
  )
}

/** The model as a tool that Anthropic's models may use. */
export function writeAnthropicTool(subject: Subject): string {
  return writeJson({
    name: toolName(subject.endpointId),
    description: describe(subject),
    input_schema: inputOf(subject),
  })
}

/** The model as a tool that a server of the Model Context Protocol lists. */
export function writeMcpTool(subject: Subject): string {
  const output = toJsonSchema(subject.output)
  return writeJson({
    name: toolName(subject.endpointId),
    title: subject.title,
    description: describe(subject),
    inputSchema: inputOf(subject),
    ...(output['type'] === 'object' && subject.output && { outputSchema: output }),
    annotations: { readOnlyHint: false, openWorldHint: true },
  })
}

const NAME_LENGTH = 64

/** All three allow letters, digits, `_` and `-`, 64 of them; what tells endpoints apart stands at the end of their ids. */
export function toolName(endpointId: string): string {
  const name = endpointId.replace(/^fal-ai\//, '').replace(/[^A-Za-z0-9_-]+/g, '_')
  return name.slice(-NAME_LENGTH) || '_'
}

function describe({ title, description }: Subject): string {
  return [title, description].filter(Boolean).join(': ')
}

/** Tools take an object, whatever the document says. */
function inputOf({ input }: Subject): JsonSchema {
  const schema = toJsonSchema(input)
  return schema['type'] === 'object' ? schema : { type: 'object' }
}
