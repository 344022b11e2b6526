import { spawn } from 'node:child_process'
import { killWhileMirroring } from './killWhileMirroring.ts'

const KILLS = 50
const FAULT_SECONDS = 60

/** The long form of two journeys: kills at random moments of mirroring, and faults in random sequence while readers read. */
export async function benchLive(url: string): Promise<string[]> {
  const { mirrors } = await killWhileMirroring(`${url}/v1`, KILLS)
  await readThroughFaults()
  return [
    `- ${KILLS} kills while mirroring: every start had the whole catalogue; ${mirrors} mirrors came to their end.`,
    `- ${FAULT_SECONDS} s of faults in random sequence: no reader saw an error.`,
  ]
}

/** The unit test of the same, for longer: it knows all faults. */
async function readThroughFaults() {
  const test = spawn('npx', ['vitest', 'run', 'src/server/live/faults.test.ts', '-t', 'random sequence'], {
    env: { ...process.env, FAULT_SECONDS: String(FAULT_SECONDS) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const code = await new Promise((resolve) => test.once('exit', resolve))
  if (code !== 0) throw new Error('A reader saw an error: see above')
}
