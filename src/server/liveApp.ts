import { join } from 'node:path'
import { createApp, type AppOptions } from './createApp.ts'
import { createLiveSource } from './live/createLiveSource.ts'
import { createUpstream } from './live/createUpstream.ts'
import { createProgress } from './live/createProgress.ts'
import { loadSharp } from './loadSharp.ts'
import { createPictures, type Pictures } from './pictures/createPictures.ts'
import { createPictureFetcher } from './pictures/fetchPicture.ts'
import { openPictureFiles } from './pictures/pictureFiles.ts'
import { withPictures } from './pictures/withPictures.ts'
import type { LiveSettings } from './settings.ts'

/** Everything that one port serves, over a mirror of the live endpoint. Throws when the built app is missing. */
export async function createLiveApp(settings: LiveSettings, options: AppOptions = {}) {
  const { report, onProgress } = createProgress(process.stderr)
  const { findAs, close, describe, ...source } = await createLiveSource({
    upstream: createUpstream({ address: settings.upstream, key: settings.key, pause: settings.pause }),
    directory: settings.directory,
    refreshEvery: settings.refresh * 60_000,
    report,
    onProgress,
  })
  const pictures = settings.proxiesPictures ? await openPictures(settings, report) : undefined
  // Where readers have keys of ours, those are none of the endpoint's.
  const hasKeys = (options.admission?.apiKeys.length ?? 0) > 0
  const served = hasKeys ? source : { ...source, findAs }
  const app = createApp(pictures ? withPictures(served, pictures) : served, options)
  return {
    ...app,
    description: describe(),
    close: () => {
      pictures?.close()
      close()
    },
  }
}

async function openPictures(
  { upstream, directory }: LiveSettings,
  report: (line: string) => void,
): Promise<Pictures> {
  const sharp = await loadSharp()
  if (!sharp) report('sharp is not installed: models have drawings in place of their pictures')
  return createPictures({
    sharp,
    report,
    fetchPicture: createPictureFetcher({ trusted: new URL(upstream).origin }),
    files: await openPictureFiles(join(directory, 'pictures'), report),
  })
}
