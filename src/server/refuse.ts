import { ApiError, type ApiErrorEnvelope } from '#contract/apiError.ts'
import type { Visit } from './AnswerEnv.ts'

/** An error as an answer: in the documented envelope for what asks the endpoint, as a line of text for all else. */
export function refuse(
  { id, path, headers }: Visit,
  error: ApiError,
  { status = error.status, ...more }: { status?: number; Allow?: string } = {},
): Response {
  const { type, message, details } = error
  const { retryAfter, docs_url } = details
  const ownHeaders = {
    ...headers,
    ...more,
    'Cache-Control': 'no-store',
    ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
  }
  if (isOfEndpoint(path)) {
    const envelope: ApiErrorEnvelope = { error: { type, message, docs_url, request_id: id } }
    return Response.json(envelope, { status, headers: ownHeaders })
  }
  return new Response(message, { status, headers: { ...ownHeaders, 'Content-Type': TEXT } })
}

/** The same for whatever was thrown: what we did not foresee is told to the log, not to the reader. */
export function respondToError(error: unknown, visit: Visit): Response {
  if (error instanceof ApiError) return refuse(visit, error)
  console.error(`Request ${visit.id} failed:`, error)
  return refuse(visit, new ApiError('server_error', 'Something went wrong on our side'))
}

/** Whether a path is of the endpoint or one of its extensions. */
export function isOfEndpoint(path: string): boolean {
  return path === '/v1' || path.startsWith('/v1/')
}

const TEXT = 'text/plain; charset=utf-8'
