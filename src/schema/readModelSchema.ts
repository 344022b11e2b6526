import type { Field } from './field.ts'
import { readField } from './readField.ts'
import { isObject, own, resolveSchema, toList } from './resolveSchema.ts'

/** What a model's OpenAPI document says to a reader. */
export type ModelSchema = {
  input?: Field
  output?: Field
  calls: QueueCall[]
  /** What the document lacks, in plain words; empty when it is whole. */
  problems: string[]
}

/** One of the operations by which a request goes through the queue. */
export type QueueCall = {
  /** `Submit`, `Status`, `Result` or `Cancel`; method and path for what is none of them. */
  name: string
  method: string
  url: string
  description: string
  parameters: CallParameter[]
}

type CallParameter = { name: string; in: string; isRequired: boolean; description?: string }

/** Reads any value as a model's OpenAPI document. Never throws: what is missing is told in `problems`. */
export function readModelSchema(document: unknown): ModelSchema {
  const problem = findProblem(document)
  if (problem !== undefined) return { calls: [], problems: [problem] }

  const operations = listOperations(document)
  const submit = operations.find(({ role }) => role === 'Submit')
  const result = operations.find(({ role }) => role === 'Result')
  const input = readBody(document, 'input', contentSchema(document, own(submit?.operation, 'requestBody')))
  const output = readBody(
    document,
    'output',
    contentSchema(document, own(own(result?.operation, 'responses'), '200')),
  )
  return {
    ...(input.field && { input: input.field }),
    ...(output.field && { output: output.field }),
    calls: operations.map((operation) => readCall(document, operation)),
    problems: [...input.problems, ...output.problems],
  }
}

/** The fields that a call cannot do without before the others, each in their authors' order. */
export function requiredFirst(fields: readonly Field[]): Field[] {
  return fields.toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired))
}

function findProblem(document: unknown): string | undefined {
  // What stands in place of a document that the endpoint could not give.
  const message = own(own(document, 'error'), 'message')
  if (typeof message === 'string') return `There is no document: ${message}`
  return isObject(own(document, 'paths')) ? undefined : 'This is no OpenAPI document: it has no paths.'
}

type Operation = { role: Role | undefined; method: string; path: string; operation: unknown }
type Role = 'Submit' | 'Status' | 'Result' | 'Cancel'

const PURPOSES: Record<Role, string> = {
  Submit: 'Puts a request into the queue and answers with its id.',
  Status: 'Tells whether a request waits, runs or is completed.',
  Result: 'Answers with the output of a completed request.',
  Cancel: 'Takes a request out of the queue, unless it runs.',
}

/** In the order of use; what is no queue operation comes last. */
function listOperations(document: unknown): Operation[] {
  const operations = Object.entries(own(document, 'paths') ?? {}).flatMap(([path, item]) =>
    Object.entries(item ?? {}).flatMap(([method, operation]) =>
      // Beside its operations a path may hold lists, texts and extensions.
      isObject(operation) && !method.includes('-')
        ? [{ role: roleOf(method, path), method, path, operation }]
        : [],
    ),
  )
  const order = Object.keys(PURPOSES)
  const rank = ({ role }: Operation) => (role === undefined ? order.length : order.indexOf(role))
  return operations.sort((a, b) => rank(a) - rank(b))
}

function roleOf(method: string, path: string): Role | undefined {
  const [, , end] = /\/requests\/(\{[^/]*\})(\/.*)?$/.exec(path) ?? []
  if (!path.includes('/requests/')) return method === 'post' ? 'Submit' : undefined
  if (method === 'get' && end === undefined) return 'Result'
  if (method === 'get' && end === '/status') return 'Status'
  return method === 'put' && end === '/cancel' ? 'Cancel' : undefined
}

/** The schema of a request body or response, JSON first. */
function contentSchema(document: unknown, body: unknown): unknown {
  const content = own(resolveSchema(document, body).node, 'content')
  const media = own(content, 'application/json') ?? Object.values(content ?? {})[0]
  return own(media, 'schema')
}

function readBody(
  document: unknown,
  name: 'input' | 'output',
  schema: unknown,
): { field?: Field; problems: string[] } {
  const field = readField(document, schema, name)
  if (field.type.kind === 'any') {
    return {
      problems: [`The document does not tell what the model ${name === 'input' ? 'takes' : 'returns'}.`],
    }
  }
  if (field.type.kind !== 'missing') return { field, problems: [] }
  return {
    problems: [`The ${name} refers to a schema that the document does not contain: ${field.type.ref}`],
  }
}

function readCall(document: unknown, { role, method, path, operation }: Operation): QueueCall {
  const description = own(operation, 'description') ?? own(operation, 'summary')
  return {
    name: role ?? `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    url: serverOf(document) + path,
    description: typeof description === 'string' ? description : role === undefined ? '' : PURPOSES[role],
    parameters: toList(own(operation, 'parameters')).flatMap((parameter) =>
      readParameter(document, parameter),
    ),
  }
}

function serverOf(document: unknown): string {
  const url = own(toList(own(document, 'servers'))[0], 'url')
  return typeof url === 'string' ? url.replace(/\/+$/, '') : ''
}

function readParameter(document: unknown, parameter: unknown): CallParameter[] {
  const { node } = resolveSchema(document, parameter)
  const [name, place] = [own(node, 'name'), own(node, 'in')]
  if (typeof name !== 'string' || typeof place !== 'string') return []
  const description = node.description ?? own(own(node, 'schema'), 'description')
  const isRequired = own(node, 'required') === true
  return [{ name, in: place, isRequired, ...(typeof description === 'string' && { description }) }]
}
