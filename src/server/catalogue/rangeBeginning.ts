/** From where to where the texts stand that begin so, of texts in order. */
export function rangeBeginning(sorted: readonly string[], beginning: string): [from: number, to: number] {
  const from = findPlace(sorted, 0, (text) => text >= beginning)
  return [from, findPlace(sorted, from, (text) => !text.startsWith(beginning))]
}

/** The first place from a start on of which something holds that holds of all places after it. */
function findPlace(sorted: readonly string[], start: number, holds: (text: string) => boolean): number {
  let low = start
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(sorted[middle] ?? '')) high = middle
    else low = middle + 1
  }
  return low
}
