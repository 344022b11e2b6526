import { spawn } from 'node:child_process'

const PORT = process.env['PORT'] ?? '4180'

/** The built app and the real server, as `npm start` serves them. Rejects when they do not answer within two minutes. */
export async function startProduct(): Promise<{ url: string; stop: () => void }> {
  const url = `http://127.0.0.1:${PORT}`
  const server = spawn('npm', ['start'], {
    env: { ...process.env, PORT, RATE_LIMIT: '1000000000' },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  })
  const stop = () => {
    // npm does not pass a signal on to what it started: the whole group is told.
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid)
  }
  for (let tries = 0; tries < 240; tries++) {
    if (server.exitCode !== null) throw new Error('The server did not start')
    const answer = await fetch(`${url}/v1/models?limit=1`).catch(() => undefined)
    if (answer?.ok) return { url, stop }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  stop()
  throw new Error('The server did not answer within two minutes')
}
