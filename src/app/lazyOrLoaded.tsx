import { type ComponentType, lazy, useState } from 'react'

/**
 * A component whose code comes when it is first drawn, and what fetches that before. Once it is there, the component is
 * drawn at once; one that is `lazy` would first draw nothing even then.
 */
export function lazyOrLoaded<Props extends object, More extends object>(
  fetch: () => Promise<{ default: ComponentType<Props> } & More>,
) {
  let Loaded: ComponentType<Props> | undefined
  async function load() {
    const code = await fetch()
    Loaded = code.default
    return code
  }
  const Lazy = lazy(load)
  function LazyOrLoaded(props: Props) {
    const [Chosen] = useState<ComponentType<Props>>(() => Loaded ?? Lazy)
    return <Chosen {...props} />
  }
  return [LazyOrLoaded, load] as const
}
