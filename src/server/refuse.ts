import { ApiError } from '#contract/apiError.ts'
import type { AnswerContext } from './AnswerEnv.ts'

/** An error as an answer: in the documented envelope for what asks the endpoint, as a line of text for all else. */
export function refuse(
  c: AnswerContext,
  error: ApiError,
  { status = error.status, ...headers }: { status?: number; Allow?: string } = {},
): Response {
  const { type, message, details } = error
  const { retryAfter } = details
  const init = {
    status,
    headers: {
      ...c.get('answerHeaders'),
      ...headers,
      'Cache-Control': 'no-store',
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
    },
  }
  if (isOfEndpoint(c.req.path)) {
    return Response.json(new ApiError(type, message, { ...details, request_id: c.get('requestId') }), init)
  }
  return new Response(message, { ...init, headers: { ...init.headers, 'Content-Type': TEXT } })
}

/** The same for whatever was thrown: what we did not foresee is told to the log, not to the reader. */
export function respondToError(error: unknown, c: AnswerContext): Response {
  if (error instanceof ApiError) return refuse(c, error)
  console.error(`Request ${c.get('requestId')} failed:`, error)
  return refuse(c, new ApiError('server_error', 'Something went wrong on our side'))
}

/** Whether a path is of the endpoint or one of its extensions. */
export function isOfEndpoint(path: string): boolean {
  return path === '/v1' || path.startsWith('/v1/')
}

const TEXT = 'text/plain; charset=utf-8'
