import type { Field } from '#schema/field.ts'
import type { CallMode } from './call.ts'

/** What code is written about. */
export type Subject = {
  endpointId: string
  title: string
  description: string
  payload: Record<string, unknown>
  input: Field | undefined
  output: Field | undefined
}

/** What a reader chose among the variants of a language; a language looks only at what it offers. */
export type Variant = {
  mode: CallMode
  concurrency: 'sync' | 'async'
  part: 'input' | 'output'
  api: 'responses' | 'chat'
}

export type Writer = (subject: Subject, variant: Variant) => string
