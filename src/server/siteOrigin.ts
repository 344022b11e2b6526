import type { AnswerContext } from './AnswerEnv.ts'

/** The origin under which the request reached us, for links that are read elsewhere. */
export function siteOrigin(c: AnswerContext): string {
  const url = new URL(c.req.url)
  if (c.env.isSecure) url.protocol = 'https:'
  return url.origin
}
