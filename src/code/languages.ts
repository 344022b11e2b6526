import type { Call } from './call.ts'
import type { Syntax } from './highlight.ts'
import type { Variant, Writer } from './subject.ts'
import { writeCurl } from './writeCurl.ts'
import type { HttpLanguage } from './writeHttp.ts'
import { writeJavaScript, writeTypeScriptCall } from './writeJavaScript.ts'
import { writeAsyncPython, writePython } from './writePython.ts'

export type Language = {
  key: string
  name: string
  group: 'Call' | 'Types' | 'Tools'
  syntax: Syntax
  /** What the name of a file of it ends in. */
  ending: string
  choices: Choice[]
  /** What writes it, or how to fetch that. */
} & ({ write: Writer } | { load: () => Promise<Writer> })

/** Something about code that can be chosen: its options, and what each one means. The first one is meant by default. */
export type Choice = {
  key: string
  name: string
  options: { key: string; name: string; variant: Partial<Variant> }[]
}

const SUBSCRIBE = { key: 'subscribe', name: 'Subscribe', variant: { mode: 'subscribe' } } as const
const WAIT = { ...SUBSCRIBE, name: 'Wait' } as const
const QUEUE = { key: 'queue', name: 'Queue', variant: { mode: 'queue' } } as const
const STREAM = { key: 'stream', name: 'Stream', variant: { mode: 'stream' } } as const
const CLIENT_CALL: Choice = { key: 'call', name: 'Call', options: [SUBSCRIBE, QUEUE, STREAM] }
const SHELL_CALL: Choice = { key: 'call', name: 'Call', options: [WAIT, QUEUE, STREAM] }
const HTTP_CALL: Choice = { key: 'call', name: 'Call', options: [WAIT, QUEUE] }
const CONCURRENCY: Choice = {
  key: 'concurrency',
  name: 'Style',
  options: [
    { key: 'sync', name: 'Sync', variant: { concurrency: 'sync' } },
    { key: 'async', name: 'Async', variant: { concurrency: 'async' } },
  ],
}
const PART: Choice = {
  key: 'part',
  name: 'Of',
  options: [
    { key: 'input', name: 'Input', variant: { part: 'input' } },
    { key: 'output', name: 'Output', variant: { part: 'output' } },
  ],
}
const OPENAI_API: Choice = {
  key: 'api',
  name: 'API',
  options: [
    { key: 'responses', name: 'Responses', variant: { api: 'responses' } },
    { key: 'chat', name: 'Chat', variant: { api: 'chat' } },
  ],
}

/** Everything code is written in, the most wanted first; the first four are there without waiting. */
export const LANGUAGES: readonly [Language, ...Language[]] = [
  {
    ...call('javascript', 'JavaScript', 'javascript', 'mjs'),
    choices: [CLIENT_CALL],
    write: calling(writeJavaScript),
  },
  {
    ...call('typescript', 'TypeScript', 'javascript', 'mts'),
    choices: [CLIENT_CALL],
    write: calling(writeTypeScriptCall),
  },
  {
    ...call('python', 'Python', 'python', 'py'),
    choices: [CLIENT_CALL, CONCURRENCY],
    write: (subject, { mode, concurrency }) =>
      (concurrency === 'async' ? writeAsyncPython : writePython)({ ...subject, mode }),
  },
  { ...call('curl', 'cURL', 'curl', 'sh'), choices: [SHELL_CALL], write: calling(writeCurl) },
  http('fetch', 'JavaScript fetch', 'javascript', 'mjs'),
  http('requests', 'Python requests', 'python', 'py'),
  http('go', 'Go', 'go', 'go'),
  http('rust', 'Rust', 'rust', 'rs'),
  http('java', 'Java', 'java', 'java'),
  http('kotlin', 'Kotlin', 'kotlin', 'kt'),
  http('swift', 'Swift', 'swift', 'swift'),
  http('csharp', 'C#', 'csharp', 'cs'),
  http('php', 'PHP', 'php', 'php'),
  http('ruby', 'Ruby', 'ruby', 'rb'),
  http('dart', 'Dart', 'dart', 'dart'),
  http('powershell', 'PowerShell', 'powershell', 'ps1'),
  http('r', 'R', 'r', 'R'),
  {
    ...about('typescript-types', 'TypeScript types', 'Types', 'javascript', 'ts'),
    load: async () => (await import('./writeTypeScript.ts')).writeTypeScript,
  },
  {
    ...about('zod', 'Zod', 'Types', 'javascript', 'ts'),
    load: async () => (await import('./writeZod.ts')).writeZod,
  },
  {
    ...about('pydantic', 'Pydantic', 'Types', 'python', 'py'),
    load: async () => (await import('./writePydantic.ts')).writePydantic,
  },
  {
    ...about('json-schema', 'JSON Schema', 'Types', 'json', 'schema.json'),
    choices: [PART],
    load: async () => (await import('./writeJsonSchema.ts')).writeJsonSchema,
  },
  {
    ...about('openai', 'OpenAI tool', 'Tools', 'json', 'tool.json'),
    choices: [OPENAI_API],
    load: async () => (await import('./writeTool.ts')).writeOpenAiTool,
  },
  {
    ...about('anthropic', 'Anthropic tool', 'Tools', 'json', 'tool.json'),
    load: async () => (await import('./writeTool.ts')).writeAnthropicTool,
  },
  {
    ...about('mcp', 'MCP tool', 'Tools', 'json', 'tool.json'),
    load: async () => (await import('./writeTool.ts')).writeMcpTool,
  },
]

/** What the options add up to; where none of a choice was chosen, or it is not offered here, its first one counts. */
export function variantOf(choices: readonly Choice[], chosen: ReadonlyMap<string, string>): Variant {
  const variant: Variant = { mode: 'subscribe', concurrency: 'sync', part: 'input', api: 'responses' }
  for (const choice of choices) Object.assign(variant, chosenOption(choice, chosen)?.variant)
  return variant
}

export function chosenOption({ key, options }: Choice, chosen: ReadonlyMap<string, string>) {
  return options.find((option) => option.key === chosen.get(key)) ?? options[0]
}

/** What can be chosen for a model: few of them stream. */
export function choicesFor({ choices }: Language, streams: boolean): Choice[] {
  return choices.map((choice) => ({
    ...choice,
    options: choice.options.filter(({ variant }) => streams || variant.mode !== 'stream'),
  }))
}

/** `fal-ai/flux/dev` in Go: `fal-ai_flux_dev.go`. */
export function fileName(endpointId: string, { ending }: Language): string {
  return `${endpointId.replace(/[^\w.-]+/g, '_')}.${ending}`
}

function call(key: string, name: string, syntax: Syntax, ending: string) {
  return { key, name, group: 'Call', syntax, ending } as const
}

function about(key: string, name: string, group: Language['group'], syntax: Syntax, ending: string) {
  return { key, name, group, syntax, ending, choices: [] }
}

function calling(write: (call: Call) => string): Writer {
  return (subject, { mode }) => write({ ...subject, mode })
}

function http(key: HttpLanguage, name: string, syntax: Syntax, ending: string): Language {
  return {
    ...call(key, name, syntax, ending),
    choices: [HTTP_CALL],
    async load() {
      const { writeHttp } = await import('./writeHttp.ts')
      return calling((call) => writeHttp(key, call))
    },
  }
}
