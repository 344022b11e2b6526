import { spawn } from 'node:child_process'

export type Started = {
  url: string
  /** Milliseconds until it said that it listens. */
  time: number
  stop: () => Promise<void>
  /** A number from its metrics. */
  read: (metric: string) => Promise<number>
}

/** Starts a program with Node, and waits until it says its address. */
export async function startServer(
  args: string[],
  environment: Record<string, string> = {},
): Promise<Started> {
  const start = performance.now()
  const server = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stopped = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  let time = 0
  const url = await new Promise<string>((resolve, reject) => {
    void stopped.then(() => reject(new Error(`${args.join(' ')} did not start`)))
    // Read on to the end: what it writes must not be held up.
    server.stdout.on('data', (text: Buffer) => {
      const [address] = /http:\/\/[\d.:]+/.exec(time === 0 ? text.toString() : '') ?? []
      if (address === undefined) return
      time = performance.now() - start
      resolve(address)
    })
  })
  return {
    url,
    time,
    stop: () => {
      server.kill()
      return stopped
    },
    read: async (metric) => {
      const text = await (await fetch(`${url}/metrics`)).text()
      return Number(new RegExp(`^${metric} (\\S+)$`, 'm').exec(text)?.[1])
    },
  }
}
