import * as z from 'zod'
import { describeApi } from './describeApi.ts'

export type DescribedPath = Exclude<keyof ReturnType<typeof describeApi>['paths'], '/v1/openapi.json'>

/** What the description says of an answer, as a judge of real ones. */
export function readDescribed(path: DescribedPath, status: number) {
  const responses = z.record(z.string(), z.unknown()).parse(describeApi().paths[path].get.responses)
  const { schema, example } = DescribedAnswer.parse(responses[status]).content['application/json']
  const document = JSON.stringify({ ...schema, $defs: describeApi().components.schemas })
  return {
    schema: z.fromJSONSchema(JSON.parse(document.replaceAll('#/components/schemas/', '#/$defs/'))),
    example,
  }
}

const DescribedAnswer = z.object({
  content: z.object({
    'application/json': z.object({ schema: z.object({ $ref: z.string() }), example: z.unknown() }),
  }),
})
