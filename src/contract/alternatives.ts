import * as z from 'zod/mini'
import { NamedModel } from './history.ts'

/**
 * One thing to change in the call of a model, so that another takes it. Names are those of input properties; inside
 * objects, paths such as `loras[].scale`, below what the property around them is called in the other.
 */
export const CallChange = z.union([
  z.object({ kind: z.enum(['rename']), name: z.string(), to: z.string() }),
  z.object({
    /** `drop` what the other knows nothing of; `require` what it cannot do without, and this one can. */
    kind: z.enum(['drop', 'require']),
    name: z.string(),
  }),
  z.object({
    kind: z.enum(['convert']),
    name: z.string(),
    /** What it is called in the other. */
    to: z.string(),
    /** One in place of a list, a list in place of one, a choice that the other has not, or a value beyond its limits. */
    reason: z.enum(['one', 'list', 'choices', 'limits']),
  }),
])
export type CallChange = z.infer<typeof CallChange>

const Alternative = z.object({ ...NamedModel.shape, changes: z.array(CallChange) })
export type Alternative = z.infer<typeof Alternative>

/** `GET /v1/models/<endpoint id>/alternatives`, our extension. A client must do without it when a server has none. */
export const ModelAlternatives = z.object({
  endpoint_id: z.string(),
  /** Active models that take the same call but for some changes, the nearest first; none for one without a schema. */
  alternatives: z.array(Alternative),
})
export type ModelAlternatives = z.infer<typeof ModelAlternatives>
