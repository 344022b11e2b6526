/** Of a model that is not to be listed. */
export const NO_PLACE = 0xff_ff_ff_ff

/**
 * The positions of the models in the order of their places, all of which are less than `end`; of one place in their own.
 * By counting, not by comparing: a search may find a hundred thousand.
 */
export function listByPlace(places: Uint32Array, end: number): Uint32Array {
  /** How many have the place, then where they begin in the list. */
  const starts = new Uint32Array(end)
  for (let position = 0; position < places.length; position++) {
    const place = places[position] ?? NO_PLACE
    if (place !== NO_PLACE) starts[place] = (starts[place] ?? 0) + 1
  }
  let found = 0
  for (let place = 0; place < end; place++) {
    const count = starts[place] ?? 0
    starts[place] = found
    found += count
  }
  const positions = new Uint32Array(found)
  for (let position = 0; position < places.length; position++) {
    const place = places[position] ?? NO_PLACE
    if (place === NO_PLACE) continue
    const at = starts[place] ?? 0
    positions[at] = position
    starts[place] = at + 1
  }
  return positions
}
