import * as z from 'zod/mini'

export const ApiErrorType = z.enum([
  'authorization_error',
  'validation_error',
  'not_found',
  'rate_limited',
  'server_error',
  'not_implemented',
])
export type ApiErrorType = z.infer<typeof ApiErrorType>

/** The documented envelope of an error. */
export const ApiErrorEnvelope = z.object({
  error: z.object({
    type: ApiErrorType,
    message: z.string(),
    docs_url: z.optional(z.string()),
    request_id: z.optional(z.string()),
  }),
})
export type ApiErrorEnvelope = z.infer<typeof ApiErrorEnvelope>

const STATUS = {
  authorization_error: 401,
  validation_error: 400,
  not_found: 404,
  rate_limited: 429,
  server_error: 500,
  not_implemented: 501,
} as const satisfies Record<ApiErrorType, number>

type ApiErrorDetails = {
  docs_url?: string | undefined
  request_id?: string | undefined
  /** Seconds to wait, from `Retry-After`. */
  retryAfter?: number | undefined
}

/** An error of the endpoint, the same on both sides of the wire. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  /** Milliseconds since 1970. */
  readonly occurredAt = Date.now()
  readonly type: ApiErrorType
  readonly details: ApiErrorDetails

  constructor(type: ApiErrorType, message: string, details: ApiErrorDetails = {}) {
    super(message)
    this.type = type
    this.details = details
  }

  get status() {
    return STATUS[this.type]
  }
}

/**
 * The error in an answer that was not 2xx. Understands the documented envelope and, by the status alone, anything else:
 * the live endpoint's real 429 is `{"error":"Too Many Requests","message":"…"}`, and a proxy may answer in HTML.
 */
export function readApiError(status: number, answer: unknown, retryAfter?: string | null): ApiError {
  const details = { retryAfter: readRetryAfter(retryAfter) }
  const envelope = ApiErrorEnvelope.safeParse(answer)
  if (envelope.success) {
    const { type, message, docs_url, request_id } = envelope.data.error
    return new ApiError(type, message, { ...details, docs_url, request_id })
  }
  const type = ApiErrorType.options.find((known) => STATUS[known] === status)
  const said = z.object({ message: z.string() }).safeParse(answer)
  return new ApiError(
    type ?? (status < 500 ? 'validation_error' : 'server_error'),
    said.success ? said.data.message : `The endpoint answered with status ${status}`,
    details,
  )
}

/** Seconds; a date, the header's other form, counts as absent. */
function readRetryAfter(value: string | null | undefined): number | undefined {
  return value && /^\d+$/.test(value) ? Number(value) : undefined
}
