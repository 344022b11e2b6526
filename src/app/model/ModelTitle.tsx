import { use } from 'react'
import { IsShownContext } from '#app/IsShownContext.ts'

/** The title of the window, once the page is shown: React would set that of a hidden page, too. */
export function ModelTitle({ name }: { name: string }) {
  return use(IsShownContext) && <title>{`${name} · Model browser`}</title>
}
