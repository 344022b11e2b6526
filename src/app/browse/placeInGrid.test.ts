import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeInGrid } from './placeInGrid.ts'

/** Cards in rows of `columns`, as a browser would measure them. */
const grid = (columns: number) => (place: number) => ({
  left: (place % columns) * 300.4,
  top: Math.floor(place / columns) * 420.7,
})

test('left and right follow the reading order, over the ends of rows', () => {
  expect(placeInGrid('ArrowRight', 3, 10, grid(4))).toBe(4)
  expect(placeInGrid('ArrowLeft', 4, 10, grid(4))).toBe(3)
  expect(placeInGrid('ArrowLeft', 0, 10, grid(4))).toBeUndefined()
  expect(placeInGrid('ArrowRight', 9, 10, grid(4))).toBeUndefined()
})

test('up and down keep the column, or the last card of a shorter row', () => {
  expect(placeInGrid('ArrowDown', 1, 10, grid(4))).toBe(5)
  expect(placeInGrid('ArrowUp', 5, 10, grid(4))).toBe(1)
  expect(placeInGrid('ArrowDown', 7, 10, grid(4))).toBe(9)
  expect(placeInGrid('ArrowUp', 2, 10, grid(4))).toBeUndefined()
  expect(placeInGrid('ArrowDown', 8, 10, grid(4))).toBeUndefined()
})

test('Home and End stay in the row', () => {
  expect(placeInGrid('Home', 6, 10, grid(4))).toBe(4)
  expect(placeInGrid('End', 5, 10, grid(4))).toBe(7)
  expect(placeInGrid('End', 8, 10, grid(4))).toBe(9)
})

test('one column is a list', () => {
  expect(placeInGrid('ArrowDown', 3, 10, grid(1))).toBe(4)
  expect(placeInGrid('ArrowUp', 3, 10, grid(1))).toBe(2)
  expect(placeInGrid('Home', 3, 10, grid(1))).toBe(3)
})

test('down and up again lead back wherever the row below is as long', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 60 }),
      fc.nat(59),
      (columns, count, place) => {
        fc.pre(place + columns < count)
        const below = placeInGrid('ArrowDown', place, count, grid(columns))
        expect(below).toBe(place + columns)
        expect(placeInGrid('ArrowUp', place + columns, count, grid(columns))).toBe(place)
      },
    ),
  )
})

test('only the rows it needs are measured', () => {
  const measured = new Set<number>()
  placeInGrid('ArrowDown', 601, 1311, (place) => {
    measured.add(place)
    return grid(4)(place)
  })
  expect([...measured].every((place) => place >= 601 && place <= 608)).toBe(true)
})
