import type { Context } from 'hono'

/** One request on its way through the server: what its answer must know besides the question. */
export type Visit = {
  id: string
  path: string
  /** Whether the reader speaks TLS, with us or with a proxy before us that is trusted. */
  isSecure: boolean
  /** Of its answer, whatever that is. */
  headers: Record<string, string>
}

/** The handlers find the visit as `c.env`. */
export type AnswerEnv = { Bindings: Visit }
export type AnswerContext = Context<AnswerEnv>
