export type Settings = {
  /** 0 asks the system for a free one. */
  port: number
  host: string
  /** Requests per minute of one client. */
  rateLimit: number
  /** Of clients that may ask more. */
  apiKeys: string[]
  /** How many proxies stand before us. */
  trustedProxies: number
}

/** Reads the settings of the server. Throws an error that names the variable and what was expected. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  return {
    port: readWholeNumber('PORT', environment, 3000, 0, 65_535),
    host: readHost(environment['HOST']?.trim() || '127.0.0.1'),
    rateLimit: readWholeNumber('RATE_LIMIT', environment, 600, 1, 1_000_000_000),
    apiKeys: readKeys(environment['API_KEYS'] ?? ''),
    trustedProxies: readWholeNumber('TRUST_PROXY', environment, 0, 0, 9),
  }
}

function readWholeNumber(
  name: string,
  environment: Record<string, string | undefined>,
  preset: number,
  least: number,
  most: number,
): number {
  const text = environment[name]?.trim() || String(preset)
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  throw new Error(`${name}: expected a whole number from ${least} to ${most}, got ${JSON.stringify(text)}`)
}

/** Keys are never told, not even wrong ones. */
function readKeys(text: string): string[] {
  const keys = text.split(',').map((key) => key.trim())
  const given = keys.filter((key) => key !== '')
  if (given.every((key) => /^[\x21-\x7e]{16,}$/.test(key))) return given
  throw new Error('API_KEYS: expected keys of at least 16 characters without spaces, separated by commas')
}

function readHost(text: string): string {
  if (!/^[\w.:-]+$/.test(text)) {
    throw new Error(`HOST: expected a host name or an address such as 127.0.0.1, got ${JSON.stringify(text)}`)
  }
  return text
}
