import { expect, test } from 'vitest'
import { readRelease } from './readRelease.ts'

test('endpoints tell what they take and return by component name', async () => {
  const { endpoints } = await readRelease(`
    export type AInput = { prompt: string }
    export type AOutput = { text: string }
    export type EndpointTypeMap = { "owner/a": { input: AInput; output: AOutput } }
  `)
  expect([...endpoints]).toEqual([['owner/a', { input: 'AInput', output: 'AOutput' }]])
})

test('an endpoint of type any gets an empty component', async () => {
  const { endpoints, components } = await readRelease(
    'export type EndpointTypeMap = { "fal-ai/new-model/fast": { input: any; output: any } }',
  )
  expect(endpoints.get('fal-ai/new-model/fast')).toEqual({
    input: 'NewModelFastInput',
    output: 'NewModelFastOutput',
  })
  expect(components.get('NewModelFastInput')).toEqual({ title: 'NewModelFastInput' })
})

test('optional properties are not required, and titles are made from names', async () => {
  expect(await component('{ prompt: string; guidance_scale?: number }')).toEqual({
    title: 'Subject',
    type: 'object',
    required: ['prompt'],
    properties: {
      prompt: { title: 'Prompt', type: 'string' },
      guidance_scale: { title: 'Guidance Scale', type: 'number' },
    },
  })
})

test.each([
  ['string', { type: 'string' }],
  ['number', { type: 'number' }],
  ['boolean', { type: 'boolean' }],
  ['object', { type: 'object' }],
  ['any', {}],
  ['unknown', {}],
  ['void', {}],
  ['string | Blob | File', { type: 'string', format: 'uri' }],
  ['"a" | "b"', { type: 'string', enum: ['a', 'b'] }],
  ['1 | 2 | -3', { type: 'integer', enum: [1, 2, -3] }],
  ['0.5 | 1', { type: 'number', enum: [0.5, 1] }],
  ['true | false', { type: 'boolean' }],
  ['string | null', { type: 'string', nullable: true }],
  ['"a" | null', { type: 'string', enum: ['a', null], nullable: true }],
  ['number | number', { type: 'number' }],
  ['number | string', { anyOf: [{ type: 'number' }, { type: 'string' }] }],
  ['"a" | string', { anyOf: [{ type: 'string', enum: ['a'] }, { type: 'string' }] }],
  ['string | number | null', { anyOf: [{ type: 'string' }, { type: 'number' }], nullable: true }],
  [
    'Other | "a" | "b"',
    { anyOf: [{ $ref: '#/components/schemas/Other' }, { type: 'string', enum: ['a', 'b'] }] },
  ],
  ['Array<string>', { type: 'array', items: { type: 'string' } }],
  ['number[]', { type: 'array', items: { type: 'number' } }],
  ['Array<Other>', { type: 'array', items: { $ref: '#/components/schemas/Other' } }],
  [
    'Array<string | Blob | File> | string | Blob | File',
    {
      anyOf: [
        { type: 'string', format: 'uri' },
        { type: 'array', items: { type: 'string', format: 'uri' } },
      ],
    },
  ],
  ['[number, number]', { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 }],
  ['Record<string, number>', { type: 'object', additionalProperties: { type: 'number' } }],
  ['Record<string, never>', { type: 'object', properties: {} }],
  ['Elsewhere', {}],
])('%s becomes %o', async (type, schema) => {
  expect(await property(`value?: ${type}`)).toEqual({ title: 'Value', ...schema })
})

test('a reference stands alone, or wrapped when something is said about it', async () => {
  expect(await property('value: Other')).toEqual({ $ref: '#/components/schemas/Other' })
  expect(await property('/** The other. */ value: Other')).toEqual({
    description: 'The other.',
    allOf: [{ $ref: '#/components/schemas/Other' }],
  })
  expect(await property('value: Other | null')).toEqual({
    allOf: [{ $ref: '#/components/schemas/Other' }],
    nullable: true,
  })
})

test('File is a component of its own where no Blob stands beside it', async () => {
  const { components } = await readRelease(`
    export type File = { url: string }
    export type Subject = { video: File; source: string | Blob | File }
    export type EndpointTypeMap = {}
  `)
  expect(components.get('Subject')?.properties).toEqual({
    video: { $ref: '#/components/schemas/File' },
    source: { title: 'Source', type: 'string', format: 'uri' },
  })
})

test('an object inside an object is read in place', async () => {
  expect(await property('value: { inner?: "a" }')).toMatchObject({
    type: 'object',
    properties: { inner: { type: 'string', enum: ['a'] } },
  })
})

test('an alias has the content of what it stands for, under that title', async () => {
  const { components } = await readRelease(`
    export type First = Second
    export type Second = { a: string }
    export type EndpointTypeMap = {}
  `)
  expect(components.get('First')).toEqual({ ...components.get('Second'), title: 'Second' })
})

test.each([
  ['seed?: number', 'integer'],
  ['/** Default value: `28` */ num_inference_steps?: number', 'integer'],
  ['/** Default value: `2.5` */ num_things?: number', 'number'],
  ['/** Height as a fraction of the image. */ height: number', 'number'],
  ['/** The seed of the generation. */ seed: number', 'integer'],
  ['guidance_scale?: number', 'number'],
])('%s is %s', async (member, type) => {
  expect((await property(member))?.type).toBe(type)
})

test('what is not TypeScript, or no list of endpoints, is refused', async () => {
  await expect(readRelease('export type = ;')).rejects.toThrow('endpoints.d.ts')
  await expect(readRelease('export type A = string')).rejects.toThrow('no EndpointTypeMap')
})

async function component(type: string) {
  const source = `export type Other = { a: string }; export type Subject = ${type}; export type EndpointTypeMap = {}`
  return (await readRelease(source)).components.get('Subject')
}

async function property(member: string) {
  const [only] = Object.values((await component(`{ ${member} }`))?.properties ?? {})
  return only
}
