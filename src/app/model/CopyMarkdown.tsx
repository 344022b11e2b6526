import { useQuery } from '@tanstack/react-query'
import type { Model } from '#contract/models.ts'
import { writeModelMarkdown } from '#markdown/writeModelMarkdown.ts'
import { relativesQueries } from './relativesQueries.ts'
import { CopyButton } from '#ui/CopyButton.tsx'

/** Copies the page as the Markdown that its address gives with `.md` behind it. */
export function CopyMarkdown({ model }: { model: Model }) {
  const { data: relatives } = useQuery(relativesQueries.relatives(model))
  return (
    <CopyButton
      text={() => {
        const { variants, counterparts } = relatives ?? { variants: [], counterparts: [] }
        return writeModelMarkdown(model, [...variants, ...counterparts], location.origin)
      }}
    >
      Copy as Markdown
    </CopyButton>
  )
}
