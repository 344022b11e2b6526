import { spawn } from 'node:child_process'

const REQUESTS = 50_000

/** The unit test that asks made-up requests, with twenty times as many as in `npm test`. */
export async function benchFuzz(): Promise<string[]> {
  const start = performance.now()
  const test = spawn('npx', ['vitest', 'run', 'src/server/embeddedApp.test.ts', '-t', 'whatever is asked'], {
    env: { ...process.env, FUZZ_REQUESTS: String(REQUESTS) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const code = await new Promise((resolve) => test.once('exit', resolve))
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  const verdict =
    code === 0 ? 'none failed, hung or stayed in memory' : '**failed**: run the test to see at what'
  return [`${REQUESTS} made-up requests in ${seconds} s: ${verdict}`]
}
