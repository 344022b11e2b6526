import { expect, test } from 'vitest'
import { extensionsIn } from './documentedParameters.ts'

test.each([
  [
    'q=flux&status=active&category=vision&endpoint_id=a&endpoint_id=b&limit=5&cursor=Mg&expand=openapi-3.0',
    [],
  ],
  ['category=vision&category=llm', ['category: more than one value']],
  ['category=-vision', ['category: a minus excludes']],
  [
    'q=a&tag=lora&tag=-sdxl&fold=group&sort=-name',
    ['tag: narrows the result', 'fold: one model for each family', 'sort: the order'],
  ],
])('%s', (query, extensions) => {
  const found = extensionsIn(new URLSearchParams(query))
  expect(found.map(({ name, does }) => `${name}: ${does}`)).toEqual(extensions)
})
