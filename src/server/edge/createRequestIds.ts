/** Requests that share the random part of their ids. */
const SHARING = 4096

const ENDINGS = Array.from({ length: SHARING }, (_, number) => number.toString(16).padStart(3, '0'))

/**
 * Gives ids in the form of UUIDs that no other request has. They are random up to their last three digits, which count:
 * to make each of them at random would take as long as to find an answer that is kept.
 */
export function createRequestIds() {
  let beginning = ''
  let count = SHARING

  return function nextId(): string {
    if (count === SHARING) {
      beginning = crypto.randomUUID().slice(0, -3)
      count = 0
    }
    return `${beginning}${ENDINGS[count++]}`
  }
}
