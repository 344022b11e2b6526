/** Milliseconds in which a page comes, or its picture is not waited for. */
const PATIENCE = 600

let departure: { from: DOMRect; at: number } | undefined

/** Notes where a picture stands that is to travel to the next page. */
export function departFrom(picture: Element) {
  departure = { from: picture.getBoundingClientRect(), at: performance.now() }
}

/** Where the picture comes from that travels to this page; once, and nowhere where none does. */
export function arriveFrom(): DOMRect | undefined {
  const travelling = departure
  departure = undefined
  return travelling && performance.now() - travelling.at < PATIENCE ? travelling.from : undefined
}
