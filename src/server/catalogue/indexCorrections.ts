/**
 * The known word that a mistyped one was meant to be: the nearest, and of equally near ones that of the most models.
 * Undefined when none is near: words under four letters are taken as written, those under eight forgive one error
 * (a letter missing, added, wrong, or two of them swapped), longer ones two.
 */
export type CorrectWord = (word: string) => string | undefined

/** Indexes the known words once, each with how many models have it. */
export function indexCorrections(modelsByWord: ReadonlyMap<string, number>): CorrectWord {
  const words = [...modelsByWord.keys()]
  const models = Uint32Array.from(modelsByWord.values())
  const letters = Uint32Array.from(words, readLetters)

  return function correctWord(word) {
    const allowed = word.length < 4 ? 0 : word.length < 8 ? 1 : 2
    const lettersOfWord = readLetters(word)
    let best: { known: string; errors: number; models: number } | undefined
    // By index, and by numbers first: of many models, there are half a million words.
    for (let place = 0; place < words.length; place++) {
      const lettersOfKnown = letters[place] ?? 0
      if (hasMoreThan(allowed, lettersOfWord & ~lettersOfKnown)) continue
      if (hasMoreThan(allowed, lettersOfKnown & ~lettersOfWord)) continue
      const known = words[place] ?? ''
      if (Math.abs(known.length - word.length) > allowed || !mayBeginAlike(word, known)) continue
      const errors = countErrors(word, known, allowed)
      if (errors > allowed) continue
      const modelsOfKnown = models[place] ?? 0
      if (!best || errors < best.errors || (errors === best.errors && modelsOfKnown > best.models)) {
        best = { known, errors, models: modelsOfKnown }
      }
    }
    return best?.known
  }
}

/** Which letters the word has, as bits, of which some letters share one. An error adds one at most, and takes one at most. */
function readLetters(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) % 32)
  return letters
}

function hasMoreThan(allowed: number, letters: number): boolean {
  let left = letters
  // Each time, the lowest bit goes.
  for (let taken = 0; taken < allowed; taken++) left &= left - 1
  return left !== 0
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
