import type { ComponentProps } from 'react'
import type { ModelsFacets } from '#contract/facets.ts'
import { YoursArea } from '#app/yours/YoursArea.tsx'
import { SourceNotice } from './SourceNotice.tsx'

/** Above a list: what there is to say of where its models come from, and of what this browser keeps. */
export function Notices({
  source,
  ...yours
}: Omit<ComponentProps<typeof YoursArea>, 'asOf'> & {
  /** Undefined until it is known. */
  source: ModelsFacets['source'] | undefined
}) {
  return (
    <>
      {source && <SourceNotice source={source} />}
      <YoursArea {...yours} asOf={source?.as_of} />
    </>
  )
}
