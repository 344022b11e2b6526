/**
 * The known word that a mistyped one was meant to be: the nearest, and of equally near ones that of the most models.
 * Undefined when none is near: words under four letters are taken as written, those under eight forgive one error
 * (a letter missing, added, wrong, or two of them swapped), longer ones two.
 */
export function correctWord(word: string, modelsByWord: ReadonlyMap<string, number>): string | undefined {
  const allowed = word.length < 4 ? 0 : word.length < 8 ? 1 : 2
  let best: { known: string; errors: number; models: number } | undefined
  for (const [known, models] of modelsByWord) {
    if (Math.abs(known.length - word.length) > allowed || !mayBeginAlike(word, known)) continue
    const errors = countErrors(word, known, allowed)
    if (errors > allowed) continue
    if (!best || errors < best.errors || (errors === best.errors && models > best.models)) {
      best = { known, errors, models }
    }
  }
  return best?.known
}

/** Whether one error can explain the difference of the first letters; a tenth of all words remain to be compared. */
function mayBeginAlike(typed: string, known: string): boolean {
  const [first, second] = typed
  return known[0] === first || known[0] === second || known[1] === first || known[1] === second
}

/** The optimal string alignment distance: Levenshtein's, with a swap of neighbours as one error. Gives up over `allowed`. */
function countErrors(typed: string, known: string, allowed: number): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: known.length + 1 }, (_, at) => at)
  let leastOfPrevious = 0
  for (let row = 1; row <= typed.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= known.length; column++) {
      const isSame = typed[row - 1] === known[column - 1]
      const isSwapped = typed[row - 1] === known[column - 2] && typed[row - 2] === known[column - 1]
      const errors = Math.min(
        errorsAt(current, column - 1) + 1,
        errorsAt(previous, column) + 1,
        errorsAt(previous, column - 1) + (isSame ? 0 : 1),
        isSwapped ? errorsAt(beforePrevious, column - 2) + 1 : Infinity,
      )
      current.push(errors)
      least = Math.min(least, errors)
    }
    if (Math.min(least, leastOfPrevious) > allowed) return Infinity
    beforePrevious = previous
    previous = current
    leastOfPrevious = least
  }
  return errorsAt(previous, known.length)
}

function errorsAt(row: readonly number[], column: number): number {
  return row[column] ?? Infinity
}
