import { expect, test } from 'vitest'
import * as z from 'zod'
import type { ChangesQuery } from '#contract/changesQuery.ts'
import type { ChangesPage, ModelChange } from '#contract/history.ts'
import { createCatalogue } from '#server/catalogue/createCatalogue.ts'
import { createApp } from '#server/createApp.ts'

const NEW = { version: '2.0', date: '2026-04-22T00:00:00.000Z' }
const SOURCE = createCatalogue([], { kind: 'embedded', name: 'example', as_of: '2026-04-22' })
const OLD = { version: '1.0', date: '2025-04-22T00:00:00.000Z' }

test('the JSON feed has what JSON Feed 1.1 asks for', async () => {
  const response = await feedsOver([changed('a/river', NEW)])('/changes.json?event=changed')
  expect(response.headers.get('Content-Type')).toBe('application/feed+json; charset=utf-8')
  const feed = JsonFeed.parse(await response.json())
  expect(feed).toMatchObject({
    title: 'Changes · changed',
    home_page_url: 'http://localhost/changes?event=changed',
    feed_url: 'http://localhost/changes.json?event=changed',
    items: [
      {
        url: 'http://localhost/changes?release=2.0&endpoint_id=a%2Friver',
        title: 'a/river changed',
        content_text: 'a/river changed in release 2.0.\ninput.a: default none → "x"',
        date_published: NEW.date,
        tags: ['changed'],
      },
    ],
  })
})

test('the Atom feed has what RFC 4287 asks for', async () => {
  const response = await feedsOver([changed('a/river', NEW), added('b/sky', OLD)])('/changes.atom')
  expect(response.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8')
  const xml = await response.text()
  expect(xml).toMatch(
    /^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/,
  )
  const [head = '', ...entries] = xml.split('<entry>')
  for (const element of ['id', 'title', 'updated', 'author']) expect(head).toContain(`</${element}>`)
  expect(head).toContain(
    '<link rel="self" type="application/atom+xml" href="http://localhost/changes.atom"/>',
  )
  expect(head).toContain(`<updated>${NEW.date}</updated>`)
  expect(entries).toHaveLength(2)
  for (const entry of entries) {
    for (const element of ['id', 'title', 'updated', 'content']) expect(entry).toContain(`</${element}>`)
    expect(entry).toMatch(/<id>urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}<\/id>/)
  }
})

test('ids and dates are the same under any address, and each its own', async () => {
  const read = async (origin: string) => {
    const response = await feedsOver([changed('a/river', NEW), changed('a/river', OLD), added('b/sky', OLD)])(
      `${origin}/changes.json`,
    )
    return JsonFeed.parse(await response.json()).items.map(
      ({ id, date_published }) => `${id} ${date_published}`,
    )
  }
  const ids = await read('http://localhost')
  expect(await read('https://models.example')).toEqual(ids)
  expect(new Set(ids).size).toBe(3)
})

test('whatever a model is called, the feeds stay feeds', async () => {
  const name = `</title><script>&amp;"'\u0000\u000B\uFFFF]]>`
  const feeds = feedsOver([{ ...added('a/b', NEW), display_name: name, category: '"<&>' }])
  const xml = await (await feeds('/changes.atom')).text()
  expect(xml).not.toContain('<script')
  for (const character of ['\u0000', '\u000B', '\uFFFF']) expect(xml).not.toContain(character)
  expect(xml.match(/<title>/g)).toHaveLength(2)
  expect(JsonFeed.parse(await (await feeds('/changes.json')).json()).items[0]?.title).toContain(name)
})

test('a newest release with more changes than a feed holds is there as a whole', async () => {
  const many = Array.from({ length: 250 }, (_, number) => added(`a/${number}`, NEW))
  const feed = JsonFeed.parse(await (await feedsOver([...many, added('b/c', OLD)])('/changes.json')).json())
  expect(feed.items).toHaveLength(250)
})

test('behind a proxy that speaks TLS the links do too', async () => {
  const response = await feedsOver([])('/changes.json', { headers: { 'X-Forwarded-Proto': 'https' } })
  expect(JsonFeed.parse(await response.json()).feed_url).toBe('https://localhost/changes.json')
})

test('a wrong filter is refused, and without history there are no feeds', async () => {
  const response = await feedsOver([])('/changes.atom?event=vanished')
  expect(response.status).toBe(400)
  expect(await response.text()).toContain('event')
  expect((await createApp(SOURCE).request('/changes.atom')).status).toBe(404)
})

const JsonFeed = z.object({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  items: z.array(
    z.object({
      id: z.string(),
      url: z.url(),
      title: z.string(),
      content_text: z.string(),
      date_published: z.iso.datetime(),
      tags: z.array(z.string()),
    }),
  ),
})

function added(endpoint_id: string, release: ModelChange['release']): ModelChange {
  return { endpoint_id, release, event: 'added', changes: [] }
}

function changed(endpoint_id: string, release: ModelChange['release']): ModelChange {
  return {
    endpoint_id,
    release,
    event: 'changed',
    changes: [{ kind: 'default', path: 'input.a', after: 'x' }],
  }
}

function feedsOver(all: ModelChange[]) {
  const changes = async ({ limit, page, release, event }: ChangesQuery): Promise<ChangesPage> => {
    const found = all.filter(
      (change) =>
        (release === undefined || change.release.version === release) &&
        (event === undefined || change.event === event),
    )
    return {
      changes: found.slice((page - 1) * limit, page * limit),
      total: found.length,
      releases: [],
      events: [],
      next_cursor: null,
      has_more: page * limit < found.length,
    }
  }
  const app = createApp({ ...SOURCE, changes }, { trustedProxies: 1 })
  return (path: string, init?: RequestInit) => app.request(path, init)
}
