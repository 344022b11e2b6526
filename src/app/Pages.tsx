import { Activity, lazy, memo, Suspense, useEffect, useState } from 'react'
import { useLocation } from 'react-router-dom'
import { endpointIdAt } from '#contract/modelPath.ts'
import { BrowsePage } from './browse/BrowsePage.tsx'
import { DrawAheadContext } from './DrawAheadContext.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { ModelPage } from './loadAhead.ts'
import { useCanonicalLink } from './useCanonicalLink.ts'
import { usePlaceMemory } from './usePlaceMemory.ts'

const RarePages = lazy(async () => ({ default: (await import('./RarePages.tsx')).RarePages }))

/** The page at the address, and behind it, out of everyone's reach, the one where someone is about to go. */
export function Pages() {
  const { pathname, key } = useLocation()
  const [ahead, drawAhead] = useState<string>()
  // Where someone was about to go they are now, or they went elsewhere.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- at every change of the address
  useEffect(() => () => drawAhead(undefined), [key])

  return (
    <DrawAheadContext value={drawAhead}>
      {[...new Set([pathname, ahead ?? pathname])].map((path) => {
        const isShown = path === pathname
        return (
          <div key={path} className="flow-root" data-ahead={isShown ? undefined : ''}>
            {/* One that is not shown has no effects: it asks for nothing, and keeps nothing. */}
            <Activity mode={isShown ? 'visible' : 'hidden'}>
              <ErrorBoundary isShown={isShown}>
                <Suspense>
                  <Page path={path} isShown={isShown} />
                </Suspense>
              </ErrorBoundary>
            </Activity>
          </div>
        )
      })}
    </DrawAheadContext>
  )
}

/** Below Suspense, so that a place is sought only once the page it lies on stands. */
const Page = memo(function Page({ path, isShown }: { path: string; isShown: boolean }) {
  usePlaceMemory()
  useCanonicalLink()
  // For `takeOver.js`.
  useEffect(() => void dispatchEvent(new Event('app-hears')), [])
  const endpointId = endpointIdAt(path)
  if (endpointId !== undefined) return <ModelPage path={path} endpointId={endpointId} isShown={isShown} />
  return path === '/' ? <BrowsePage /> : <RarePages path={path} />
})
