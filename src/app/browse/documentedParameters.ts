/** What the documentation of the endpoint knows; category with a single value, and none that excludes. */
const DOCUMENTED = new Set(['limit', 'cursor', 'endpoint_id', 'q', 'category', 'status', 'expand'])

/** Those of the parameters that only our server understands, with what they do. Others ignore them, and find more. */
export function extensionsIn(params: URLSearchParams): { name: string; does: string }[] {
  const names = [...new Set(params.keys())].filter((name) => !DOCUMENTED.has(name))
  const categories = params.getAll('category')
  return [
    ...(categories.length > 1 ? [{ name: 'category', does: 'more than one value' }] : []),
    ...(categories.some((choice) => choice.startsWith('-'))
      ? [{ name: 'category', does: 'a minus excludes' }]
      : []),
    ...names.map((name) => ({ name, does: MEANINGS.get(name) ?? 'narrows the result' })),
  ]
}

const MEANINGS = new Map([
  ['takes', 'media of the inputs'],
  ['returns', 'media of the output'],
  ['param', 'names of inputs'],
  ['provider', 'first part of the id'],
  ['group', 'the family'],
  ['sort', 'the order'],
  ['fold', 'one model for each family'],
  ['include', 'what comes with each model'],
])
