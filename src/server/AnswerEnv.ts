import type { Context } from 'hono'

/** What the answers know besides the request. */
export type AnswerEnv = {
  Bindings: {
    /** Of whoever is connected; absent where the runtime does not tell. */
    address?: string | undefined
  }
  Variables: {
    requestId: string
    /** Of every answer to this request, whatever it is. */
    answerHeaders: Record<string, string>
    /** Whether the reader speaks TLS, with us or with a proxy before us that is trusted. */
    isSecure: boolean
  }
}

export type AnswerContext = Context<AnswerEnv>
