import { spawn } from 'node:child_process'
import { mkdtempSync, openSync, closeSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

export type Started = {
  url: string
  /** Milliseconds until it said that it listens. */
  time: number
  stop: () => Promise<void>
  /** A number from its metrics. */
  read: (metric: string) => Promise<number>
}

/**
 * Starts a program with Node, and waits until it says its address. What it writes goes to a file: to read a line for each
 * request would slow down whoever asks, and so what is measured.
 */
export async function startServer(
  args: string[],
  environment: Record<string, string> = {},
): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'server-'))
  const output = join(folder, 'output')
  const file = openSync(output, 'w')
  const start = performance.now()
  const server = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', file, 'inherit'],
  })
  closeSync(file)
  const stopped = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const url = await readAddress()
  const time = performance.now() - start
  return {
    url,
    time,
    async stop() {
      server.kill()
      await stopped
      rmSync(folder, { recursive: true })
    },
    read: async (metric) => {
      const text = await (await fetch(`${url}/metrics`)).text()
      return Number(new RegExp(`^${metric} (\\S+)$`, 'm').exec(text)?.[1])
    },
  }

  async function readAddress(): Promise<string> {
    while (server.exitCode === null) {
      const [address] = /http:\/\/[\d.:]+(?=\s)/.exec(readFileSync(output, 'utf8')) ?? []
      if (address !== undefined) return address
      await setTimeout(1)
    }
    throw new Error(`${args.join(' ')} did not start`)
  }
}
