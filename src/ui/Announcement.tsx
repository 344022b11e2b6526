import { useEffect, useState } from 'react'

/** Says a message to screen readers once it has stood still for half a second. */
export function Announcement({ children }: { children: string }) {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(children), 500)
    return () => clearTimeout(timer)
  }, [children])
  return <output className="sr-only">{settled}</output>
}
