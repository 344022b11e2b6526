import { useEffect, useState } from 'react'
import type { Language } from '#code/languages.ts'
import type { Writer } from '#code/subject.ts'

/**
 * What writes the language, fetched when it is first asked for; nothing while it is on its way. What could not be fetched
 * once is not asked for again, as some browsers, Chromium 150 among them, would give the failure that they remember.
 */
export function useWriter(language: Language) {
  const [arrived, setArrived] = useState<ReadonlyMap<Language, Writer | 'failed'>>(new Map())

  useEffect(() => {
    if ('write' in language || arrived.has(language)) return
    const settle = (writer: Writer | 'failed') =>
      setArrived((others) => new Map([...others, [language, writer]]))
    language.load().then(settle, () => settle('failed'))
  }, [language, arrived])

  const writer = 'write' in language ? language.write : arrived.get(language)
  return writer === 'failed' ? { write: undefined, hasFailed: true } : { write: writer, hasFailed: false }
}
