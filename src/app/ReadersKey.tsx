import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { ApiError } from '#contract/apiError.ts'
import { getModels, requestHeaders } from './request.ts'

/**
 * Takes the reader's own key for the live endpoint, which then tells what they favour there. It is in the memory of this
 * page alone: never stored, and gone with a reload.
 */
export function ReadersKey() {
  const queryClient = useQueryClient()
  const id = useId()
  const [isInUse, setIsInUse] = useState(requestHeaders['Authorization'] !== undefined)
  const [refusal, setRefusal] = useState<string>()

  async function use(key: string) {
    try {
      requestHeaders['Authorization'] = `Key ${key}`
      await getModels({ limit: 1 })
      setRefusal(undefined)
      setIsInUse(true)
      void queryClient.invalidateQueries({ queryKey: ['models'] })
    } catch (error) {
      delete requestHeaders['Authorization']
      const isRefused = error instanceof ApiError && error.type === 'authorization_error'
      setRefusal(isRefused ? 'This key is refused.' : 'The key could not be tried. Try again later.')
    }
  }

  function forget() {
    delete requestHeaders['Authorization']
    setIsInUse(false)
    void queryClient.invalidateQueries({ queryKey: ['models'] })
  }

  if (isInUse) {
    return (
      <div className="mt-3 flex items-center justify-between gap-3 border-t border-line pt-3">
        <p className="text-soft">Your fal key is in use, in this tab until it is reloaded.</p>
        <button type="button" className="button" onClick={forget}>
          Forget it
        </button>
      </div>
    )
  }
  return (
    <form
      className="mt-3 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault()
        const key = new FormData(event.currentTarget).get('key')
        if (typeof key === 'string' && /^[\x21-\x7e]+$/.test(key.trim())) void use(key.trim())
        else setRefusal('A key has no spaces and is not empty.')
      }}
    >
      <label htmlFor={id} className="font-medium">
        Your fal key
      </label>
      <p id={`${id}-about`} className="mt-0.5 mb-2 text-soft">
        Shows what you favour at fal. It is kept in this tab alone, until it is reloaded.
      </p>
      <div className="flex gap-2">
        <input
          id={id}
          name="key"
          type="password"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-about ${id}-refusal`}
          className="input min-w-0 grow"
        />
        <button type="submit" className="button">
          Use
        </button>
      </div>
      <output id={`${id}-refusal`} className="block text-soft not-empty:mt-2">
        {refusal}
      </output>
    </form>
  )
}
