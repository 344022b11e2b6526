/** Those of the sorted texts that begin as the one given. */
export function* listBeginning(sorted: readonly string[], beginning: string): Generator<string> {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < beginning) low = middle + 1
    else high = middle
  }
  for (let at = low; at < sorted.length; at++) {
    const text = sorted[at] ?? ''
    if (!text.startsWith(beginning)) return
    yield text
  }
}
