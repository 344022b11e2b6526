import { expect, test } from 'vitest'
import { arrangeFields } from './arrangeFields.ts'

test('what is not shown is folded where it stands', () => {
  const runs = arrangeFields(['a', 'b', 'c', 'd', 'e'], (letter) => 'ad'.includes(letter))
  expect(runs).toEqual([
    { isShown: true, items: ['a'] },
    { isShown: false, items: ['b', 'c'] },
    { isShown: true, items: ['d'] },
    { isShown: false, items: ['e'] },
  ])
  expect(arrangeFields([], () => true)).toEqual([])
})
