import { useState } from 'react'
import { LANGUAGES, type Language } from '#code/languages.ts'
import { readStored, store } from '#app/storage.ts'

/** The language that a reader chose, and among its variants, for this model and the next. */
export function useCodeChoices() {
  const [language, setLanguage] = useState(() => findLanguage(readStored('language')))
  const [chosen, setChosen] = useState(readChosen)

  function chooseLanguage(key: string) {
    setLanguage(findLanguage(key))
    store('language', key)
  }
  function chooseOption(choice: string, option: string) {
    setChosen(new Map([...chosen, [choice, option]]))
    store(`code-${choice}`, option)
  }
  return { language, chooseLanguage, chosen, chooseOption }
}

function findLanguage(key: string | undefined): Language {
  return LANGUAGES.find((language) => language.key === key) ?? LANGUAGES[0]
}

function readChosen(): ReadonlyMap<string, string> {
  const keys = new Set(LANGUAGES.flatMap(({ choices }) => choices.map(({ key }) => key)))
  return new Map(
    [...keys].flatMap((key) => {
      const option = readStored(`code-${key}`)
      return option === undefined ? [] : [[key, option] as const]
    }),
  )
}
