import { expect, test } from 'vitest'
import { chooseVariants } from './chooseVariants.ts'

function choose(...labels: string[]) {
  const { shown, hidden } = chooseVariants(
    labels.map((label, place) => ({ endpoint_id: `acme/${place}`, label, status: 'active' as const })),
  )
  return [...shown.map(({ label }) => label), hidden]
}

test('all are shown where they fit on a line', () => {
  expect(choose('Image to video', 'Pro')).toEqual(['Image to video', 'Pro', 0])
  expect(choose()).toEqual([0])
})

test('those that do not fit are counted', () => {
  expect(choose('Edit', 'Flash', 'Flash Edit', 'Turbo Edit', 'Turbo')).toEqual([
    'Edit',
    'Flash',
    'Flash Edit',
    2,
  ])
})

test('the first one is shown however long it is, cut short', () => {
  expect(choose('LoRA Gallery Face to Full Portrait', 'Pro')).toEqual(['LoRA Gallery Face to Full Portr…', 1])
})
