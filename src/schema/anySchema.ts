import * as fc from 'fast-check'

/** For tests: schemas of every shape, which may refer to components named as any of `NAMES`. */
export function anySchema(): fc.Arbitrary<unknown> {
  const name = fc.constantFrom(...NAMES)
  return fc.letrec((tie) => {
    const schema = tie('schema')
    const list = fc.array(schema, { maxLength: 3 })
    return {
      schema: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.record({ type: fc.constantFrom('string', 'integer', 'null', 'array', 'object', 'odd') }),
        name.map((target) => ({ $ref: `#/components/schemas/${target}` })),
        fc.record(
          { enum: fc.array(fc.jsonValue({ maxDepth: 1 })), const: fc.jsonValue({ maxDepth: 1 }) },
          { requiredKeys: [] },
        ),
        fc.record({ anyOf: list, nullable: fc.boolean() }, { requiredKeys: [] }),
        fc.record(
          { oneOf: list, type: fc.array(fc.constantFrom('string', 'null', 'object')) },
          { requiredKeys: [] },
        ),
        fc.record({ allOf: list, items: schema }, { requiredKeys: [] }),
        fc.record(
          {
            properties: fc.dictionary(name, schema),
            required: fc.array(name),
            'x-fal-order-properties': fc.array(name),
          },
          { requiredKeys: ['properties'] },
        ),
        fc.record({ prefixItems: list, minItems: fc.integer() }, { requiredKeys: [] }),
        fc.record({ additionalProperties: schema }),
        fc.jsonValue(),
      ),
    }
  }).schema
}

/** For tests: a model's document that takes and returns what the schema says. */
export function documentOf(schema: unknown, components: Record<string, unknown> = {}) {
  const content = { content: { 'application/json': { schema } } }
  return {
    paths: {
      '/a/b': { post: { requestBody: content } },
      '/a/b/requests/{request_id}': { get: { responses: { '200': content } } },
    },
    components: { schemas: components },
  }
}

/** For tests: the names that hostile and careless authors give. */
export const NAMES = [
  'a',
  'b',
  'image_url',
  'url',
  'prompt',
  '__proto__',
  'constructor',
  'toString',
  'x.y',
  '',
]
export const KEYWORDS =
  `$ref allOf anyOf oneOf discriminator nullable type format enum const title description
  default example examples properties required deprecated additionalProperties x-fal-order-properties items
  prefixItems minItems maxItems minimum maximum exclusiveMinimum multipleOf minLength pattern ui x-fal`.split(
    /\s+/,
  )
