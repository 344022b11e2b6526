import { expect, test } from 'vitest'
import type { Field } from './field.ts'
import { readField } from './readField.ts'

test('a plain type keeps its format', () => {
  expect(fieldOf({ type: 'string', format: 'uuid4' }).type).toEqual({ kind: 'string', format: 'uuid4' })
  expect(fieldOf({ type: 'boolean' }).type).toEqual({ kind: 'boolean' })
})

test('every spelling of "or null" is a quiet word, not a union', () => {
  const spellings = [
    { type: ['integer', 'null'] },
    { anyOf: [{ type: 'integer' }, { type: 'null' }] },
    { oneOf: [{ type: 'null' }, { type: 'integer' }] },
    { anyOf: [{ type: 'integer' }, { const: null }] },
    { type: 'integer', nullable: true },
    { allOf: [{ $ref: '#/components/schemas/Whole' }], nullable: true },
    { anyOf: [{ anyOf: [{ $ref: '#/components/schemas/Whole' }, { type: 'null' }] }] },
  ]
  for (const spelling of spellings) {
    const { type, isNullable } = fieldOf(spelling, { Whole: { type: 'integer' } })
    expect({ type, isNullable }).toEqual({ type: { kind: 'integer' }, isNullable: true })
  }
})

test('what can only be null is of kind null', () => {
  for (const schema of [
    { type: 'null' },
    { type: ['null'] },
    { enum: [null] },
    { const: null },
    { anyOf: [{ type: 'null' }] },
  ]) {
    expect(fieldOf(schema)).toMatchObject({ type: { kind: 'null' }, isNullable: false })
  }
})

test('several types are a union of them', () => {
  const field = fieldOf({ type: ['string', 'number', 'null'], minLength: 2 })
  expect(field.isNullable).toBe(true)
  expect(branchesOf(field)).toEqual({ string: 'string', number: 'number' })
})

test('an enum is a choice, and null in it is not one of the values', () => {
  const field = fieldOf({ type: 'string', enum: ['low', null, 'high'], default: 'low' })
  expect(field).toMatchObject({
    type: { kind: 'choice', values: ['low', 'high'], isOpen: false },
    isNullable: true,
    default: { value: 'low' },
  })
})

test('an enum beside "string or null" wins over the string', () => {
  const field = fieldOf({ enum: ['Ivy', 'Jane'], anyOf: [{ type: 'string' }, { type: 'null' }] })
  expect(field.type).toEqual({ kind: 'choice', values: ['Ivy', 'Jane'], isOpen: false })
})

test('a default that contradicts its enum is shown as it came', () => {
  expect(fieldOf({ type: 'integer', enum: [4, 8], default: '4' }).default).toEqual({ value: '4' })
})

test('a constant is a choice of one', () => {
  expect(fieldOf({ const: 'fast' }).type).toEqual({ kind: 'choice', values: ['fast'], isOpen: false })
})

test('an enum beside any string is an open choice', () => {
  const field = fieldOf({
    anyOf: [{ enum: ['a', 'b'], type: 'string' }, { type: 'string' }, { type: 'null' }],
  })
  expect(field).toMatchObject({
    type: { kind: 'choice', values: ['a', 'b'], isOpen: true },
    isNullable: true,
  })
})

test('a union of choices is one choice', () => {
  const field = fieldOf({ anyOf: [{ const: 'auto' }, { enum: ['4s', '8s'] }, { const: 'auto' }] })
  expect(field.type).toEqual({ kind: 'choice', values: ['auto', '4s', '8s'], isOpen: false })
})

test('a named preset or an object is a union with the preset first', () => {
  const field = fieldOf(
    { anyOf: [{ $ref: '#/components/schemas/ImageSize' }, { enum: ['square', 'portrait'] }] },
    { ImageSize: { type: 'object', properties: { width: { type: 'integer' } } } },
  )
  expect(branchesOf(field)).toEqual({ 'preset name': 'choice', ImageSize: 'object' })
  expect(pathsIn(field)).toEqual(['input.ImageSize.width'])
})

test('branches are called by title, component or kind, and never alike', () => {
  const field = fieldOf(
    {
      anyOf: [
        { type: 'string', title: 'Address' },
        { type: 'object', title: 'Address' },
        { $ref: '#/components/schemas/Point' },
        { type: 'array', items: { type: 'number' } },
        { type: 'object' },
        { type: 'object' },
      ],
    },
    { Point: { type: 'object' } },
  )
  expect(Object.keys(branchesOf(field))).toEqual([
    'Address',
    'Address 2',
    'Point',
    'list of numbers',
    'object',
    'object 2',
  ])
})

test('oneOf tells its discriminator', () => {
  const field = fieldOf(
    {
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
      discriminator: { propertyName: 'species', mapping: { cat: '#/components/schemas/Cat' } },
    },
    { Cat: { type: 'object' }, Dog: { type: 'object' } },
  )
  expect(field.type).toMatchObject({ kind: 'union', discriminator: 'species' })
})

test('what stands beside anyOf holds for every branch', () => {
  const field = fieldOf({
    type: 'object',
    properties: { id: { type: 'string' } },
    required: ['id'],
    anyOf: [
      { title: 'A', properties: { a: {} } },
      { title: 'B', properties: { b: {} } },
    ],
  })
  expect(pathsIn(field)).toEqual(['input.A.id', 'input.A.a', 'input.B.id', 'input.B.b'])
})

test('allOf is merged, with the properties of all its parts', () => {
  const field = fieldOf(
    {
      allOf: [
        { $ref: '#/components/schemas/Base' },
        { properties: { size: { minimum: 1 }, extra: { type: 'string' } }, required: ['extra'] },
      ],
      description: 'Both.',
    },
    { Base: { properties: { size: { type: 'integer' } }, required: ['size'], description: 'Base only.' } },
  )
  expect(field.description).toBe('Both.')
  expect(fieldsIn(field)).toMatchObject([
    { name: 'size', isRequired: true, type: { kind: 'integer' }, limits: ['at least 1'] },
    { name: 'extra', isRequired: true, type: { kind: 'string' } },
  ])
})

test('what stands beside a $ref wins over its target', () => {
  const field = fieldOf(
    { $ref: '#/components/schemas/Style', description: 'Mine.', default: { name: 'ink' } },
    { Style: { type: 'object', title: 'StyleChoice', description: 'Theirs.', default: {} } },
  )
  expect(field).toMatchObject({
    description: 'Mine.',
    default: { value: { name: 'ink' } },
    type: { kind: 'object', name: 'StyleChoice' },
  })
  expect(field.title).toBeUndefined()
})

test('a $ref that points nowhere is missing, and says where to', () => {
  const field = fieldOf({ anyOf: [{ $ref: '#/components/schemas/Gone' }, { type: 'null' }] })
  expect(field).toMatchObject({
    type: { kind: 'missing', ref: '#/components/schemas/Gone' },
    isNullable: true,
  })
})

test('a $ref beside known parts leaves those readable', () => {
  const field = fieldOf({ allOf: [{ $ref: '#/gone' }, { properties: { a: { type: 'string' } } }] })
  expect(pathsIn(field)).toEqual(['input.a'])
})

test('pointers may be escaped', () => {
  const field = fieldOf({ $ref: '#/components/schemas/a~1b%20c' }, { 'a/b c': { type: 'number' } })
  expect(field.type).toEqual({ kind: 'number' })
})

test('lists, tuples and maps hold their parts', () => {
  expect(fieldOf({ type: 'array', items: { type: 'number' } }).type).toMatchObject({
    kind: 'list',
    item: { path: 'input.items', name: 'items', type: { kind: 'number' } },
  })
  expect(fieldOf({ type: 'array' }).type).toMatchObject({ kind: 'list', item: { type: { kind: 'any' } } })
  for (const keyword of ['prefixItems', 'items']) {
    expect(
      fieldOf({ type: 'array', [keyword]: [{ type: 'number' }, { type: 'string' }] }).type,
    ).toMatchObject({
      kind: 'tuple',
      items: [
        { path: 'input.0', type: { kind: 'number' } },
        { path: 'input.1', type: { kind: 'string' } },
      ],
    })
  }
  expect(fieldOf({ type: 'object', additionalProperties: { type: 'number' } }).type).toMatchObject({
    kind: 'map',
    value: { path: 'input.values', type: { kind: 'number' } },
  })
  expect(fieldOf({ additionalProperties: true }).type).toMatchObject({
    kind: 'map',
    value: { type: { kind: 'any' } },
  })
})

test('a schema that says nothing takes anything', () => {
  for (const schema of [{}, true, undefined, null, 7, 'text', [], { type: 'file' }, { type: 5 }]) {
    expect(fieldOf(schema).type).toEqual({ kind: 'any' })
  }
})

test('an object without properties has no fields', () => {
  for (const properties of [undefined, null, 'text', []]) {
    expect(fieldsIn(fieldOf({ type: 'object', properties }))).toEqual([])
  }
})

test('properties come in their authors’ order, then what the order leaves out', () => {
  const field = fieldOf({
    properties: { a: {}, b: {}, c: {}, d: {} },
    'x-fal-order-properties': ['c', 'gone', 7, 'a', 'c'],
  })
  expect(pathsIn(field)).toEqual(['input.c', 'input.a', 'input.b', 'input.d'])
})

test('a schema that contains itself is read one level at a time', () => {
  const field = fieldOf(
    { $ref: '#/components/schemas/Node' },
    { Node: { properties: { next: { anyOf: [{ $ref: '#/components/schemas/Node' }, { type: 'null' }] } } } },
  )
  const [next] = fieldsIn(field)
  expect(next).toMatchObject({
    type: { kind: 'object', name: 'Node', recursesTo: 'input' },
    isNullable: true,
  })
  expect(next && pathsIn(next)).toEqual(['input.next.next'])
})

test('a union, list or map that contains itself ends there', () => {
  const field = fieldOf(
    { $ref: '#/components/schemas/Json' },
    {
      Json: {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { $ref: '#/components/schemas/Json' } },
          { additionalProperties: { $ref: '#/components/schemas/Json' } },
        ],
      },
    },
  )
  expect(field.type).toMatchObject({
    kind: 'union',
    branches: [
      { type: { kind: 'string' } },
      { type: { kind: 'list', item: { type: { kind: 'object', name: 'Json', recursesTo: 'input' } } } },
      { type: { kind: 'map', value: { type: { kind: 'object', recursesTo: 'input' } } } },
    ],
  })
})

test('schemas that refer only to each other say nothing', () => {
  const field = fieldOf(
    { $ref: '#/components/schemas/A' },
    { A: { $ref: '#/components/schemas/B' }, B: { allOf: [{ $ref: '#/components/schemas/A' }] } },
  )
  expect(field.type).toEqual({ kind: 'any' })
})

test.each([
  [{ type: 'integer', minimum: 1, maximum: 50 }, ['1 to 50']],
  [{ type: 'number', minimum: 0.5 }, ['at least 0.5']],
  [{ type: 'number', maximum: -1 }, ['at most -1']],
  [{ type: 'number', exclusiveMinimum: 0 }, ['more than 0']],
  [{ type: 'number', exclusiveMinimum: 0, maximum: 1 }, ['more than 0, at most 1']],
  [{ type: 'number', minimum: 0, exclusiveMinimum: true }, ['more than 0']],
  [{ type: 'number', minimum: 0, maximum: 1, exclusiveMaximum: true }, ['at least 0, less than 1']],
  [{ type: 'number', minimum: 0, exclusiveMinimum: false }, ['at least 0']],
  [{ type: 'integer', minimum: 3, maximum: 3 }, ['exactly 3']],
  [{ type: 'integer', multipleOf: 8 }, ['a multiple of 8']],
  [{ type: 'integer', min: 1, max: 60 }, ['1 to 60']],
  [{ type: 'number', ge: 0, le: 2 }, ['0 to 2']],
  [{ type: 'string', minLength: 1 }, ['at least 1 character']],
  [{ type: 'string', minLength: 0, maxLength: 500 }, ['at most 500 characters']],
  [{ type: 'string', pattern: '^a+$' }, ['matches ^a+$']],
  [{ type: 'array', minItems: 2, maxItems: 3, uniqueItems: true }, ['2 to 3 items', 'no repeats']],
  [{ type: 'array', maxItems: 1 }, ['at most 1 item']],
  [{ properties: { a: {} }, additionalProperties: false }, ['no other properties']],
  [{ type: 'number', minimum: 'low', multipleOf: null }, []],
  [{ type: 'string', minimum: 3 }, []],
  [{ anyOf: [{ type: 'integer', minimum: 2 }, { type: 'null' }] }, ['at least 2']],
])('the limits of %j read %j', (schema, limits) => {
  expect(fieldOf(schema).limits).toEqual(limits)
})

test('limits in prose stand where no others do', () => {
  const limit_description = 'Max file size: 10.0MB'
  expect(fieldOf({ type: 'string', limit_description }).limits).toEqual([limit_description])
  const both = { type: 'string', limit_description, 'x-fal': { max_file_size: 10_485_760 } }
  expect(fieldOf(both).limits).toEqual(['file size at most 10 MB'])
})

test('the limits of files are read from x-fal and its older spelling', () => {
  const stated = { max_file_size: 10_485_760, min_width: 300, max_width: 3850, max_fps: 60, timeout: 20 }
  const limits = ['file size at most 10 MB', 'width 300 to 3850 px', 'fps at most 60']
  expect(fieldOf({ type: 'string', 'x-fal': stated }).limits).toEqual([
    ...limits,
    'has to arrive within 20 s',
  ])
  expect(fieldOf({ type: 'string', ...stated }).limits).toEqual(limits)
})

test.each([
  [{ type: 'integer', minimum: 5 }, 5],
  [{ type: 'integer', exclusiveMinimum: 0 }, 1],
  [{ type: 'number', exclusiveMinimum: 0, maximum: 1 }, 0.5],
  [{ type: 'number', exclusiveMinimum: 0.5 }, 1.5],
  [{ type: 'integer', minimum: 3, multipleOf: 8 }, 8],
  [{ type: 'integer', exclusiveMinimum: 8, multipleOf: 8 }, 16],
  [{ type: 'integer', multipleOf: 8 }, 8],
  [{ type: 'integer', maximum: -3 }, -3],
  [{ type: 'integer', maximum: 9 }, undefined],
  [{ type: 'array', minItems: 2 }, 2],
  [{ type: 'string', minLength: 4 }, 4],
])('the least valid value of %j is %j', (schema, least) => {
  expect(fieldOf(schema).least).toBe(least)
})

test('a default of null, "" or {} is a default; none is none', () => {
  expect(fieldOf({ default: null }).default).toEqual({ value: null })
  expect(fieldOf({ type: 'string', default: '' }).default).toEqual({ value: '' })
  expect(fieldOf({ type: 'object', default: {} }).default).toEqual({ value: {} })
  expect(fieldOf({ anyOf: [{ type: 'string', default: 'x' }, { type: 'null' }] }).default).toEqual({
    value: 'x',
  })
  expect('default' in fieldOf({ type: 'string' })).toBe(false)
})

test('examples that are no list, null or empty survive', () => {
  expect(fieldOf({ examples: ['a', null, 'b'] }).examples).toEqual(['a', 'b'])
  expect(fieldOf({ examples: 'a' }).examples).toEqual(['a'])
  expect(fieldOf({ example: 0 }).examples).toEqual([0])
  for (const examples of [[], null, undefined, [null]]) expect(fieldOf({ examples }).examples).toEqual([])
})

test('a title that only repeats the name is left out', () => {
  const field = fieldOf({
    properties: {
      num_steps: { title: 'Num Steps' },
      cfg: { title: 'Guidance scale (CFG)' },
      odd: { title: 7 },
    },
  })
  expect(fieldsIn(field).map(({ title }) => title)).toEqual([undefined, 'Guidance scale (CFG)', undefined])
})

test('prose loses its indentation and keeps its paragraphs and lists', () => {
  const description = '\n      One sentence\n      goes on.\n\n      Two:\n      - a\n      - b\n   '
  expect(fieldOf({ description }).description).toBe('One sentence goes on.\n\nTwo:\n- a\n- b')
})

test('what is deprecated says so', () => {
  expect(fieldOf({ type: 'boolean', deprecated: true }).isDeprecated).toBe(true)
})

test('paths name every level, and stay the same when properties move', () => {
  const schema = {
    properties: { loras: { type: 'array', items: { properties: { path: {}, scale: { type: 'number' } } } } },
  }
  const [loras] = fieldsIn(fieldOf(schema))
  expect(loras && pathsIn(loras)).toEqual(['input.loras.items.path', 'input.loras.items.scale'])
})

test('odd names are names: paths stay unique and fit for an id', () => {
  const names = ['a.b', 'a b', 'a%20b', 'a%b', 'ü', '😀', '', '__proto__', 'constructor', '\ud800', 'a-b_C9']
  const field = fieldOf({
    properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
    required: ['__proto__'],
  })
  const fields = fieldsIn(field)
  expect(fields.map(({ name }) => name)).toEqual(names)
  expect(new Set(fields.map(({ path }) => path)).size).toBe(names.length)
  expect(fields.every(({ path }) => /^input\.[\w%-]*$/.test(path))).toBe(true)
  expect(fields.find(({ name }) => name === '__proto__')).toMatchObject({
    isRequired: true,
    type: { kind: 'string' },
  })
})

test.each([
  ['image_url', { type: 'string' }, 'image'],
  ['mask_url', { type: 'string' }, 'image'],
  ['end_image_url', { anyOf: [{ type: 'string' }, { type: 'null' }] }, 'image'],
  ['last_frame_url', { type: 'string' }, 'image'],
  ['mask_video_url', { type: 'string' }, 'video'],
  ['video_urls', { type: 'array', items: { type: 'string' } }, 'video'],
  ['audio_url', { type: 'string' }, 'audio'],
  ['body_mesh_url', { type: 'string' }, '3d'],
  ['zip_url', { type: 'string' }, 'file'],
  ['images_data_url', { type: 'string' }, 'file'],
  ['model_url', { type: 'string', description: 'Address of a 3D model.' }, '3d'],
  ['model_url', { type: 'string', description: 'Weights that draw an image.' }, 'file'],
  ['control_lora_image_url', { type: 'string' }, 'image'],
  ['media_url', { type: 'string', description: 'A video or an image.' }, 'video'],
  ['fill_image_url', { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }, 'image'],
  ['source', { type: 'string', ui: { field: 'image_mask' } }, 'image'],
  ['source', { type: 'string', _fal_ui_field: 'video' }, 'video'],
  ['sources', { type: 'array', items: { type: 'string', ui: { field: 'audio' } } }, 'audio'],
  ['bytes', { type: 'string', format: 'binary' }, 'file'],
  ['control_images', { type: 'array', items: { type: 'string' } }, 'image'],
  ['prompt', { type: 'string' }, 'text'],
  ['negative_prompt', { type: 'string' }, 'text'],
  ['texts', { type: 'array', items: { type: 'string' } }, 'text'],
  ['image_source', { type: 'string', description: 'URL of the image.' }, 'image'],
  ['audio_1', { type: 'string', description: 'The URL of the audio file for person 1.' }, 'audio'],
  ['image_source', { type: 'string', description: 'Where the image comes from.' }, undefined],
  ['text_input', { type: 'string' }, 'text'],
  ['webhook_url', { type: 'string', description: 'Called when done.' }, undefined],
  ['image_style', { type: 'string' }, undefined],
  ['image', { type: 'boolean' }, undefined],
  ['image_url', { enum: ['a', 'b'] }, undefined],
  ['num_frames', { type: 'integer' }, undefined],
])('%s of %j holds %s', (name, schema, medium) => {
  expect(readField({}, schema, name).medium).toBe(medium)
})

test.each([
  ['picture', 'Image', {}, 'image'],
  ['video', 'File', {}, 'video'],
  ['clips', 'VideoFile', {}, 'video'],
  ['model_glb', 'File', {}, '3d'],
  ['frames_zip', 'File', {}, 'file'],
  ['target', 'File', { examples: [{ url: 'https://example.com/a.mp3' }] }, 'audio'],
  ['target', 'File', { examples: [{ url: 'https://example.com/a', content_type: 'video/mp4' }] }, 'video'],
  ['target', 'File', { description: 'The separated audio.' }, 'audio'],
  ['config_file', 'File', {}, 'file'],
])(
  'an object with an address, %s of component %s %j, is a file of kind %s',
  (name, component, beside, medium) => {
    const document = { components: { schemas: { [component]: { properties: { url: { type: 'string' } } } } } }
    const schema = { $ref: `#/components/schemas/${component}`, ...beside }
    expect(readField(document, schema, name).medium).toBe(medium)
    expect(readField(document, { type: 'array', items: schema }, name).type).toMatchObject({
      item: { medium },
    })
  },
)

test('an object without an address is no file', () => {
  expect(readField({}, { title: 'ImageSize', properties: { width: {} } }, 'image').medium).toBeUndefined()
})

function fieldOf(schema: unknown, schemas: Record<string, unknown> = {}): Field {
  return readField({ components: { schemas } }, schema, 'input')
}

function fieldsIn({ type }: Field): Field[] {
  if (type.kind === 'union') return type.branches.flatMap(fieldsIn)
  if (type.kind === 'list') return fieldsIn(type.item)
  return type.kind === 'object' ? type.readFields() : []
}

function pathsIn(field: Field): string[] {
  return fieldsIn(field).map(({ path }) => path)
}

function branchesOf({ type }: Field): Record<string, string> {
  if (type.kind !== 'union') return {}
  return Object.fromEntries(type.branches.map((branch) => [branch.name, branch.type.kind]))
}
