/** Where a value stands in a payload: names of properties and places in lists. */
export type Path = readonly (string | number)[]

export type JsonObject = Record<string, unknown>

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object's own value, so that `constructor` and `__proto__` are names like others. */
function ownValue(object: unknown, name: string): unknown {
  return isJsonObject(object) && Object.hasOwn(object, name) ? object[name] : undefined
}

export function valueAt(payload: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof key === 'string' ? ownValue(value, key) : Array.isArray(value) ? value[key] : undefined,
    payload,
  )
}

/** The payload with another value at the path; what the path leads through comes into being. */
export function changeAt(payload: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value
  if (typeof key === 'string') {
    const object = isJsonObject(payload) ? payload : {}
    // A computed name is always the object's own, `__proto__` too.
    return { ...object, [key]: changeAt(ownValue(object, key), rest, value) }
  }
  const list: unknown[] = Array.isArray(payload) ? payload : []
  return list.toSpliced(key, 1, changeAt(list[key], rest, value))
}

/** The payload without what stands at the path. */
export function removeAt(payload: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined || typeof payload !== 'object' || payload === null) return payload
  if (typeof key === 'string') {
    if (!isJsonObject(payload) || !Object.hasOwn(payload, key)) return payload
    if (rest.length > 0) return { ...payload, [key]: removeAt(payload[key], rest) }
    return Object.fromEntries(Object.entries(payload).filter(([name]) => name !== key))
  }
  if (!Array.isArray(payload) || !(key in payload)) return payload
  return rest.length > 0 ? payload.with(key, removeAt(payload[key], rest)) : payload.toSpliced(key, 1)
}

/** `loras[0].scale`, as programs write it. */
export function pathInWords(path: Path): string {
  return path
    .map((key, place) => (typeof key === 'number' ? `[${key}]` : place === 0 ? key : `.${key}`))
    .join('')
}
