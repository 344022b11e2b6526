import { expect, test } from 'vitest'
import { writeSitemap } from './writeSitemap.ts'

const ORIGIN = 'https://models.example'

test('pages are named with the day they changed, and what they hold is escaped', () => {
  const xml = writeSitemap(
    [{ url: `${ORIGIN}/?a=1&b='<` }, { url: `${ORIGIN}/a`, changed: '2026-04-22T01:02:03.000Z' }],
    ORIGIN,
  )
  expect(xml).toContain('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">')
  expect(xml).toContain(`<url><loc>${ORIGIN}/?a=1&#38;b=&#39;&#60;</loc></url>`)
  expect(xml).toContain(`<url><loc>${ORIGIN}/a</loc><lastmod>2026-04-22</lastmod></url>`)
})

test('a day that is none is left out', () => {
  expect(writeSitemap([{ url: ORIGIN, changed: 'yesterday' }], ORIGIN)).not.toContain('lastmod')
})

test('more pages than one file may name are shared out', () => {
  const pages = Array.from({ length: 50_001 }, (_, number) => ({ url: `${ORIGIN}/${number}` }))
  const index = writeSitemap(pages, ORIGIN)
  expect(index).toContain('<sitemapindex')
  expect(index?.match(/<loc>[^<]+/g)).toEqual([
    `<loc>${ORIGIN}/sitemap-1.xml`,
    `<loc>${ORIGIN}/sitemap-2.xml`,
  ])
  expect(writeSitemap(pages, ORIGIN, '1')?.match(/<url>/g)).toHaveLength(50_000)
  expect(writeSitemap(pages, ORIGIN, '2')?.match(/<url>/g)).toHaveLength(1)
  expect(writeSitemap(pages, ORIGIN, '3')).toBeUndefined()
})
