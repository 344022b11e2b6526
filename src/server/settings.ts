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
  models: ModelsSettings
}

/** Where the models come from. */
type ModelsSettings = { source: 'embedded' } | LiveSettings

export type LiveSettings = {
  source: 'live'
  /** Of the endpoint, up to and with its `/v1`. */
  upstream: string
  /** Ours, with which the endpoint lets us ask more. */
  key?: string
  /** Milliseconds between two questions to it. */
  pause: number
  /** Minutes between two refreshes. */
  refresh: number
  /** Where its mirror is kept. */
  directory: string
  /** Whether readers get the models' pictures from us, rather than from whoever has them. */
  proxiesPictures: boolean
}

/** Reads the settings of the server. Throws an error that names the variable and what was expected. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  return {
    port: readWholeNumber('PORT', environment, 3000, 0, 65_535),
    host: readHost(environment['HOST']?.trim() || '127.0.0.1'),
    rateLimit: readWholeNumber('RATE_LIMIT', environment, 600, 1, 1_000_000_000),
    apiKeys: readKeys(environment['API_KEYS'] ?? ''),
    trustedProxies: readWholeNumber('TRUST_PROXY', environment, 0, 0, 9),
    models: readModelsSettings(environment),
  }
}

function readModelsSettings(environment: Record<string, string | undefined>): ModelsSettings {
  const source = environment['MODELS_SOURCE']?.trim() || 'embedded'
  if (source === 'embedded') return { source }
  if (source !== 'live') {
    throw new Error(`MODELS_SOURCE: expected "embedded" or "live", got ${JSON.stringify(source)}`)
  }
  const key = environment['FAL_KEY']?.trim() || undefined
  if (key !== undefined && !/^[\x21-\x7e]+$/.test(key))
    throw new Error('FAL_KEY: expected a key without spaces')
  return {
    source,
    upstream: readAddress('MODELS_UPSTREAM', environment, 'https://api.fal.ai/v1'),
    ...(key !== undefined && { key }),
    pause: readWholeNumber('MODELS_PACE', environment, 250, 0, 60_000),
    refresh: readMinutes('MODELS_REFRESH', environment, 15),
    directory: environment['DATA_DIR']?.trim() || 'data',
    proxiesPictures: readSwitch('THUMBNAIL_PROXY', environment, 'on'),
  }
}

function readSwitch(
  name: string,
  environment: Record<string, string | undefined>,
  preset: 'on' | 'off',
): boolean {
  const text = environment[name]?.trim() || preset
  if (text === 'on' || text === 'off') return text === 'on'
  throw new Error(`${name}: expected "on" or "off", got ${JSON.stringify(text)}`)
}

/** Parts of a minute are for those who try things out. */
function readMinutes(name: string, environment: Record<string, string | undefined>, preset: number): number {
  const text = environment[name]?.trim() || String(preset)
  const minutes = /^\d{1,4}(\.\d{1,2})?$/.test(text) ? Number(text) : Number.NaN
  if (minutes >= 0.01 && minutes <= 1440) return minutes
  throw new Error(`${name}: expected minutes from 0.01 to 1440, got ${JSON.stringify(text)}`)
}

/** Without a slash at its end. */
function readAddress(name: string, environment: Record<string, string | undefined>, preset: string): string {
  const text = environment[name]?.trim() || preset
  const { protocol, username, search, hash } = URL.canParse(text) ? new URL(text) : { protocol: '' }
  if (/^https?:$/.test(protocol) && !username && !search && !hash) return text.replace(/\/+$/, '')
  throw new Error(
    `${name}: expected the address of an endpoint such as ${preset}, got ${JSON.stringify(text)}`,
  )
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
