/**
 * Marks words where they stand in an element, by the name that `::highlight(sought)` styles. No element is added for it,
 * and a browser that knows no highlights shows none. Gives back what takes the marks away.
 */
export function markWords(element: HTMLElement, words: string[]): (() => void) | undefined {
  if (words.length === 0 || !('highlights' in CSS)) return undefined
  const marks = new Highlight()
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node !== null && marks.size < AT_MOST; node = texts.nextNode()) {
    const text = node.textContent ?? ''
    const lowered = text.toLowerCase()
    // Lower case is longer than the text in a few languages: places in it would be others.
    if (lowered.length !== text.length) continue
    for (const word of words) {
      for (let at = lowered.indexOf(word); at !== -1; at = lowered.indexOf(word, at + word.length)) {
        const range = new StaticRange({
          startContainer: node,
          startOffset: at,
          endContainer: node,
          endOffset: at + word.length,
        })
        marks.add(range)
      }
    }
  }
  CSS.highlights.set('sought', marks)
  return () => CSS.highlights.delete('sought')
}

const AT_MOST = 2000
