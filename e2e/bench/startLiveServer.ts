import { spawn } from 'node:child_process'

export type LiveServer = {
  url: string
  /** As the system kills what takes too much memory: without a chance to finish anything. */
  kill: () => Promise<void>
  /** What it told whoever runs it. */
  lines: () => string
}

/** The built server over a mirror, kept in the directory, of the endpoint at an address. Resolves when it listens. */
export async function startLiveServer(upstream: string, directory: string, pace = 0): Promise<LiveServer> {
  const server = spawn(process.execPath, ['dist/server/main.js'], {
    env: {
      ...process.env,
      PORT: '0',
      RATE_LIMIT: '1000000',
      MODELS_SOURCE: 'live',
      MODELS_UPSTREAM: upstream,
      MODELS_PACE: String(pace),
      DATA_DIR: directory,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  let lines = ''
  server.stderr.setEncoding('utf8').on('data', (text: string) => (lines += text))
  const url = await new Promise<string>((resolve, reject) => {
    let output = ''
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      const [, url] = /^Model browser: (\S+)/m.exec(output) ?? []
      if (url !== undefined) resolve(url)
    })
    void ended.then(() => reject(new Error(`The server did not start: ${lines}`)))
  })
  return {
    url,
    async kill() {
      server.kill('SIGKILL')
      await ended
    },
    lines: () => lines,
  }
}
