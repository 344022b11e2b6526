export type Settings = {
  port: number
  host: string
}

/** Reads the settings of the server. Throws an error that names the variable and what was expected. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  return {
    port: readPort(environment['PORT']?.trim() || '3000'),
    host: readHost(environment['HOST']?.trim() || '127.0.0.1'),
  }
}

/** Port 0 asks the system for a free one. */
function readPort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new Error(`PORT: expected a whole number from 0 to 65535, got ${JSON.stringify(text)}`)
  }
  return Number(text)
}

function readHost(text: string): string {
  if (!/^[\w.:-]+$/.test(text)) {
    throw new Error(`HOST: expected a host name or an address such as 127.0.0.1, got ${JSON.stringify(text)}`)
  }
  return text
}
