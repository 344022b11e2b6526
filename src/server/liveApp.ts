import { createApp, type AppOptions } from './createApp.ts'
import { createLiveSource } from './live/createLiveSource.ts'
import { createUpstream } from './live/createUpstream.ts'
import { createProgress } from './live/createProgress.ts'
import type { ModelsSettings } from './settings.ts'

/** Everything that one port serves, over a mirror of the live endpoint. Throws when the built app is missing. */
export async function createLiveApp(
  { upstream: address, key, pause, refresh, directory }: Extract<ModelsSettings, { source: 'live' }>,
  options: AppOptions = {},
) {
  const { report, onProgress } = createProgress(process.stderr)
  const { findAs, close, describe, ...source } = await createLiveSource({
    upstream: createUpstream({ address, key, pause }),
    directory,
    refreshEvery: refresh * 60_000,
    report,
    onProgress,
  })
  // Where readers have keys of ours, those are none of the endpoint's.
  const hasKeys = (options.admission?.apiKeys.length ?? 0) > 0
  const app = createApp(hasKeys ? source : { ...source, findAs }, options)
  return { ...app, description: describe(), close }
}
