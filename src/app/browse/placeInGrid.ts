/** Keys that move within a grid, and so belong to it while one of its cards has the focus. */
export const GRID_KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const
export type GridKey = (typeof GRID_KEYS)[number]

type Corner = { left: number; top: number }

/**
 * The card that a key leads to from card `from` of `count`, of which `cornerOf` measures one; undefined past the edge.
 * Cards stand in rows as the screen has them: those at one height are a row, and few of them need to be measured.
 */
export function placeInGrid(
  key: GridKey,
  from: number,
  count: number,
  cornerOf: (place: number) => Corner,
): number | undefined {
  const { left, top } = cornerOf(from)
  if (key === 'ArrowLeft') return isThere(from - 1) ? from - 1 : undefined
  if (key === 'ArrowRight') return isThere(from + 1) ? from + 1 : undefined
  if (key === 'Home') return edgeOfRow(from, -1)
  if (key === 'End') return edgeOfRow(from, 1)
  const step = key === 'ArrowUp' ? -1 : 1
  return nearestOfRow(edgeOfRow(from, step) + step, step)

  function edgeOfRow(place: number, step: -1 | 1): number {
    const row = place === from ? top : cornerOf(place).top
    let edge = place
    while (isThere(edge + step) && Math.abs(cornerOf(edge + step).top - row) < 1) edge += step
    return edge
  }

  function nearestOfRow(start: number, step: -1 | 1): number | undefined {
    if (!isThere(start)) return undefined
    const far = edgeOfRow(start, step)
    let nearest = start
    for (let place = start; place !== far + step; place += step) {
      if (distance(place) < distance(nearest)) nearest = place
    }
    return nearest
  }

  function isThere(place: number): boolean {
    return place >= 0 && place < count
  }

  function distance(place: number): number {
    return Math.abs(cornerOf(place).left - left)
  }
}
