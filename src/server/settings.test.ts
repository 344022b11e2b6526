import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

const DEFAULTS = {
  port: 3000,
  host: '127.0.0.1',
  rateLimit: 600,
  apiKeys: [],
  trustedProxies: 0,
  models: { source: 'embedded' },
}

test('without settings it is port 3000 of this machine alone', () => {
  expect(readSettings({})).toEqual(DEFAULTS)
  expect(readSettings({ PORT: '', HOST: ' ', API_KEYS: ' , ' })).toEqual(DEFAULTS)
})

test('port and host are read', () => {
  expect(readSettings({ PORT: '8080', HOST: '0.0.0.0' })).toMatchObject({ port: 8080, host: '0.0.0.0' })
  expect(readSettings({ PORT: '0', HOST: '::1' })).toMatchObject({ port: 0, host: '::1' })
})

test('limits, keys and proxies are read', () => {
  const settings = readSettings({
    RATE_LIMIT: '60',
    TRUST_PROXY: '2',
    API_KEYS: 'one-example-of-a-key, another-example-key,',
  })
  expect(settings).toMatchObject({
    rateLimit: 60,
    trustedProxies: 2,
    apiKeys: ['one-example-of-a-key', 'another-example-key'],
  })
})

test.each(['abc', '-1', '65536', '80.5', '0x50', '1e3'])('PORT %s is refused by name', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow(/PORT.*0 to 65535.*got/)
})

test('a HOST that is an address of a page is refused by name', () => {
  expect(() => readSettings({ HOST: 'http://localhost/' })).toThrow(/HOST.*got/)
})

test('a RATE_LIMIT that lets nobody ask, and a TRUST_PROXY that is no number, are refused by name', () => {
  expect(() => readSettings({ RATE_LIMIT: '0' })).toThrow(/RATE_LIMIT.*1 to .*got "0"/)
  expect(() => readSettings({ TRUST_PROXY: 'true' })).toThrow(/TRUST_PROXY.*got "true"/)
})

test.each(['short', 'a key with some spaces in it'])('API_KEYS "%s" is refused, and not told', (key) => {
  const refusal = () => readSettings({ API_KEYS: `long-enough-to-be-a-key,${key}` })
  expect(refusal).toThrow(/^API_KEYS: expected/)
  expect(refusal).not.toThrow(key)
})

test('the live endpoint is the source when asked for', () => {
  expect(readSettings({ MODELS_SOURCE: 'live' }).models).toEqual({
    source: 'live',
    upstream: 'https://api.fal.ai/v1',
    pause: 250,
    refresh: 15,
    directory: 'data',
    proxiesPictures: true,
  })
  const environment = {
    MODELS_SOURCE: 'live',
    MODELS_UPSTREAM: 'http://127.0.0.1:3000/v1/',
    FAL_KEY: 'an-example-key',
    MODELS_PACE: '0',
    MODELS_REFRESH: '0.5',
    DATA_DIR: '/var/lib/models',
    THUMBNAIL_PROXY: 'off',
  }
  expect(readSettings(environment).models).toEqual({
    source: 'live',
    upstream: 'http://127.0.0.1:3000/v1',
    key: 'an-example-key',
    pause: 0,
    refresh: 0.5,
    directory: '/var/lib/models',
    proxiesPictures: false,
  })
})

test.each([
  [{ MODELS_SOURCE: 'alive' }, /^MODELS_SOURCE: expected "embedded" or "live", got "alive"/],
  [{ MODELS_SOURCE: 'live', MODELS_UPSTREAM: 'api.fal.ai' }, /^MODELS_UPSTREAM: expected the address/],
  [{ MODELS_SOURCE: 'live', MODELS_UPSTREAM: 'https://api.fal.ai/v1?a=1' }, /^MODELS_UPSTREAM/],
  [{ MODELS_SOURCE: 'live', MODELS_REFRESH: '0' }, /^MODELS_REFRESH: .*0.01 to 1440/],
  [
    { MODELS_SOURCE: 'live', THUMBNAIL_PROXY: 'false' },
    /^THUMBNAIL_PROXY: expected "on" or "off", got "false"/,
  ],
  [{ MODELS_SOURCE: 'live', FAL_KEY: 'a key' }, /^FAL_KEY: expected a key without spaces$/],
])('%o is refused by name', (environment, refusal) => {
  expect(() => readSettings(environment)).toThrow(refusal)
})
