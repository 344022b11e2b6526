import autocannon from 'autocannon'
import { quantile } from './statistics.ts'

export type Load = { perSecond: number; p50: number; p99: number; requests: number }

/** Requests that all have these headers. Each connection asks for its own paths, round and round. */
export type Asked = { paths: string[][]; headers?: Record<string, string> }

/**
 * As many connections as there are lists of paths ask one after the other, for some seconds, or until each asked for all
 * of its own once. Throws unless every answer has the status expected. Times are in milliseconds.
 */
export async function load(
  url: string,
  { paths, headers = {} }: Asked,
  { seconds, status = 200 }: { seconds?: number; status?: number } = {},
): Promise<Load> {
  const times: number[] = []
  const waiting = [...paths]
  const start = performance.now()
  let end = start
  await new Promise<void>((resolve, reject) => {
    const run = autocannon(
      {
        url,
        connections: paths.length,
        ...(seconds === undefined ? { amount: paths.flat().length } : { duration: seconds }),
        setupClient: (client) =>
          client.setRequests((waiting.shift() ?? []).map((path) => ({ method: 'GET', path, headers }))),
      },
      (error: unknown, { errors, statusCodeStats }) => {
        const statuses = Object.keys(statusCodeStats ?? {})
        if (error instanceof Error) reject(error)
        else if (errors > 0 || statuses.join() !== String(status)) {
          reject(new Error(`${url}: ${errors} errors, answered with ${statuses.join(' and ')}`))
        } else resolve()
      },
    )
    run.on('response', (_client, _status, _bytes, time) => {
      times.push(time)
      // The run itself ends at a whole second.
      end = performance.now()
    })
  })
  const elapsed = (end - start) / 1000
  return {
    perSecond: times.length / elapsed,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    requests: times.length,
  }
}
