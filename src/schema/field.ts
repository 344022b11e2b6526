/** What a value is made of, as far as a reader of a media model's schema cares. */
export type Medium = 'text' | 'image' | 'video' | 'audio' | '3d' | 'json' | 'file'

/**
 * One thing a person reads about: a property, the item of a list, a branch of a union.
 * Every keyword of the schema behind it is already translated; `$ref`, `allOf` and "or null" are gone.
 */
export type Field = {
  /** `input.loras.items.scale`: unique in a document, and the same whatever the order of properties. */
  path: string
  /** The property's name, a branch's name, or `items`; `input` and `output` at the top. */
  name: string
  type: FieldType
  title?: string
  description?: string
  isRequired: boolean
  isNullable: boolean
  isDeprecated: boolean
  /** In a box, because a default may itself be null. */
  default?: { value: unknown }
  examples: unknown[]
  /** In words: `1 to 50`, `more than 0`, `a multiple of 8`, `at most 3 items`, `matches ^a+$`. */
  limits: string[]
  /** The smallest valid number, or the least count of items or characters: what an example needs of `limits`. */
  least?: number
  /** What `limits` says, for programs: JSON Schema's own keywords, whatever the authors' spelling. Absent when empty. */
  constraints?: Constraints
  /** Set when the value is, or is the address of, a picture, a film, a sound, … */
  medium?: Medium
}

export type Constraints = {
  [
    keyword in
      | ('minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum' | 'multipleOf')
      | ('minLength' | 'maxLength' | 'minItems' | 'maxItems')
  ]?: number
} & { pattern?: string; uniqueItems?: true }

export type FieldType =
  | { kind: 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'any'; format?: string }
  /** `isOpen`: the values are suggestions, others are accepted too. */
  | { kind: 'choice'; values: unknown[]; isOpen: boolean }
  /**
   * Read when first asked, because a schema may contain itself; `recursesTo` is the path of the ancestor it repeats.
   * A list, map or union that contains itself ends in such an object too, then without fields. `isOpen` where the
   * schema says that other properties may stand beside those it names.
   */
  | { kind: 'object'; name?: string; recursesTo?: string; isOpen?: true; readFields: () => Field[] }
  | { kind: 'list'; item: Field }
  /** Items are named `0`, `1`, …. */
  | { kind: 'tuple'; items: Field[] }
  /** An object whose property names are free; the field of its values is named `values`. */
  | { kind: 'map'; value: Field }
  | { kind: 'union'; branches: Field[]; discriminator?: string }
  /** A `$ref` that points nowhere. */
  | { kind: 'missing'; ref: string }
