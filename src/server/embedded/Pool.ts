/** A list in which equal values stand once: endpoints describe the same files, sizes and seeds over and over. */
export class Pool<Value> {
  readonly values: Value[] = []
  #places = new Map<string, number>()

  placeOf(value: Value): number {
    const text = JSON.stringify(value)
    const place = this.#places.get(text) ?? this.values.push(value) - 1
    this.#places.set(text, place)
    return place
  }
}
