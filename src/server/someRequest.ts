import * as fc from 'fast-check'

export type Asked = { address: string; init: { method: string; headers: [string, string][] }; client: string }

/** Requests for tests: among those that someone might send, whatever else can be sent. */
export function someRequest(endpointIds: readonly string[]): fc.Arbitrary<Asked> {
  const endpointId = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...endpointIds) },
    fc.constantFrom(...PROTOTYPE_NAMES, 'a/b', '../..', '%2e%2e/', 'a//b', '/'),
    anyText,
  )
  const path = fc.oneof(
    { weight: 8, arbitrary: fc.constant('/v1/models') },
    { weight: 3, arbitrary: fc.constant('/v1/models/facets') },
    { weight: 3, arbitrary: fc.constantFrom(...OTHER_PATHS) },
    ...PATHS_OF_MODELS.map((write) => endpointId.map(write)),
    anyText.map((text) => `/${text}`),
  )
  const value = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...VALUES) },
    { weight: 2, arbitrary: anyText },
    endpointId,
    fc.integer().map(String),
    fc.double().map(String),
    fc.nat(3000).map((length) => 'x y'.repeat(length)),
  )
  const name = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...NAMES) },
    fc.constantFrom(...NAMES).map((name) => `${name}[]`),
    fc.constantFrom(...PROTOTYPE_NAMES),
    anyText,
  )
  const search = fc
    .array(fc.tuple(name, value, fc.constantFrom(writePair, writePairOddly)), { maxLength: 8 })
    .map((pairs) => pairs.map(([name, value, write]) => write(name, value)).join('&'))
  return fc
    .record({ path, search, method, headers, client })
    .map(({ path, search, method, headers, client }) => ({
      address: new URL(`http://localhost${path.startsWith('//') ? '/' : ''}${path}?${search}`).href,
      init: { method, headers },
      client,
    }))
}

const anyText = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  // Control characters, and what a URL parser takes for something else.
  fc.constantFrom('\u0000', '\r\n', '\t', '%', '%00', '%E0%A4%A', '%zz', '\ud800', '&', '#', ';', '+', '\\'),
)

const method = fc.oneof(
  { weight: 10, arbitrary: fc.constant('GET') },
  fc.constantFrom('HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND'),
)

const client = fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom('', 'nonsense'))

/** A header takes no line breaks, and no letters beyond Latin 1. */
const headerValue = fc.string({ maxLength: 60 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, '').trim())

const headers = fc.array(
  fc.oneof(
    fc.tuple(
      fc.constantFrom(
        'Accept',
        'Accept-Encoding',
        'Authorization',
        'If-None-Match',
        'Range',
        'X-Forwarded-For',
        'X-Forwarded-Proto',
      ),
      headerValue,
    ),
    fc.constantFrom<[string, string][]>(
      ['Authorization', 'Key an-example-of-a-key'],
      ['Authorization', 'Key some:thing'],
      ['Accept-Encoding', 'br;q=0.5, gzip;q=nonsense, *;q=0'],
      ['Accept-Encoding', 'gzip, deflate, br'],
      ['If-None-Match', '*'],
    ),
  ),
  { maxLength: 4 },
)

const PROTOTYPE_NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf']

const OTHER_PATHS = [
  '/v1/models/names',
  '/v1/changes',
  '/v1/openapi.json',
  '/v1',
  '/v1/',
  '/changes.json',
  '/changes.atom',
  '/llms.txt',
  '/sitemap.xml',
  '/healthz',
  '/readyz',
]

const PATHS_OF_MODELS = [
  (id: string) => `/v1/models/${id}/history`,
  (id: string) => `/v1/models/${id}/alternatives`,
  (id: string) => `/models/${id}.md`,
  (id: string) => `/thumbnails/${id}.svg`,
  (id: string) => `/thumbnails/${id}.picture.320.webp`,
]

const NAMES = [
  'limit',
  'cursor',
  'endpoint_id',
  'q',
  'category',
  'status',
  'expand',
  'tag',
  'provider',
  'license_type',
  'kind',
  'group',
  'takes',
  'returns',
  'param',
  'updated_since',
  'sort',
  'fold',
  'include',
  'facet',
  'release',
  'event',
]

const VALUES = [
  '',
  ' ',
  '0',
  '1',
  '24',
  '100',
  '99999999999999999999',
  '-1',
  '1e3',
  'MQ',
  'Mg==',
  'OTk5OTk5',
  'active',
  'deprecated',
  'openapi-3.0',
  'enterprise_status',
  'image-to-video',
  '-image-to-video',
  'flux',
  'kling 2.1',
  'vidoe to vidoe',
  'a',
  'image',
  '-audio',
  'seed',
  'newest',
  '-name',
  'relevance',
  'group',
  'signature',
  'match',
  'inference',
  'commercial',
  '2026-01-01',
  '2026-13-45T99:99:99Z',
  'added',
  '1.9.6',
]

function writePair(name: string, value: string): string {
  return new URLSearchParams([[name, value]]).toString()
}

/** As a careless program would: half of it encoded, and not all of that rightly. */
function writePairOddly(name: string, value: string): string {
  const write = (text: string) =>
    text
      .replaceAll(/[ &#\r\n\t]/g, '+')
      .replaceAll('x', '%78')
      .replaceAll('e', '%6')
  return `${write(name)}=${write(value)}`
}
