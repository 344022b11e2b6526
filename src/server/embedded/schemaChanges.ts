import { compareSchemas, type SchemaChange } from '#schema/compareSchemas.ts'
import type { Field } from '#schema/field.ts'
import { readField } from '#schema/readField.ts'
import { type JsonSchema, refTo } from './jsonSchema.ts'
import type { SchemaRecord } from './schemaHistory.ts'
import { componentsAt } from './componentPlaces.ts'
import { isFile } from './structure.ts'

/** What a later release changed in what an endpoint takes, then in what it returns; what counts is told in `structure.ts`. */
export function schemaChanges(
  before: SchemaRecord,
  after: SchemaRecord,
  schemas: JsonSchema[],
): SchemaChange[] {
  const [old, current] = [readRecord(before, schemas), readRecord(after, schemas)]
  return [...compareSchemas(old.input, current.input), ...compareSchemas(old.output, current.output)].filter(
    isMeant,
  )
}

function readRecord(record: SchemaRecord, schemas: JsonSchema[]): { input: Field; output: Field } {
  const components = [...componentsAt(record.components, schemas)].map(
    ([name, schema]) => [name, isFile(schema) ? asFile(schema) : schema] as const,
  )
  const document = { components: { schemas: Object.fromEntries(components) } }
  return {
    input: readField(document, refTo(record.input), 'input'),
    output: readField(document, refTo(record.output), 'output'),
  }
}

/** Every release describes files anew. */
function asFile({ title, properties }: JsonSchema): JsonSchema {
  const url = properties?.['url'] ?? {}
  return { ...(title !== undefined && { title }), type: 'object', properties: { url }, required: ['url'] }
}

/** Whether a number is whole is read from wording, and an empty list by default is as good as none. */
function isMeant(change: SchemaChange): boolean {
  if (change.kind === 'type') {
    return withoutWhole(change.before) !== withoutWhole(change.after)
  }
  return change.kind !== 'default' || !isNothing(change.before) || !isNothing(change.after)
}

function withoutWhole(type: string): string {
  return type.replaceAll('integer', 'number')
}

function isNothing(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0)
}
