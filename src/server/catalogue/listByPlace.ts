/**
 * The models found, by their positions in the catalogue, in the order of the place of each, all of which are less than
 * `end`; of one place in the order given. By counting, not by comparing: a search may find a hundred thousand.
 */
export function listByPlace(found: Uint32Array, places: Uint32Array, end: number): Uint32Array {
  /** How many have the place, then where they begin in the list. */
  const starts = new Uint32Array(end)
  for (let at = 0; at < places.length; at++) {
    const place = places[at] ?? 0
    starts[place] = (starts[place] ?? 0) + 1
  }
  let before = 0
  for (let place = 0; place < end; place++) {
    const count = starts[place] ?? 0
    starts[place] = before
    before += count
  }
  const positions = new Uint32Array(found.length)
  for (let at = 0; at < found.length; at++) {
    const place = places[at] ?? 0
    const start = starts[place] ?? 0
    positions[start] = found[at] ?? 0
    starts[place] = start + 1
  }
  return positions
}
