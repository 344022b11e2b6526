import { ModelNames } from '#contract/modelNames.ts'

/** As many searches as are wanted, no two alike: pieces of what the models are called, as someone types them. */
export async function writeDistinctSearches(url: string, count: number): Promise<string[]> {
  const { models } = ModelNames.parse(await (await fetch(`${url}/v1/models/names`)).json())
  const words = models.flatMap(({ display_name = '', category = '' }) => [
    ...display_name.toLowerCase().split(' '),
    ...category.split('-'),
  ])
  const random = createRandom()
  const pick = () => words[Math.floor(random() * words.length)] ?? ''
  const searches = new Set<string>()
  while (searches.size < count) {
    const whole = Array.from({ length: Math.floor(random() * 3) }, pick)
    const last = pick()
    searches.add([...whole, last.slice(0, 1 + Math.floor(random() * last.length))].join(' '))
  }
  return [...searches].map((q) => `/v1/models?${new URLSearchParams({ q }).toString()}`)
}

/** The same numbers in every run: a linear congruential generator. */
function createRandom() {
  let state = 1
  return () => {
    // A plain product would lose its last digits, and the numbers would soon come round again.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
