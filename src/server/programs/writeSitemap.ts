import { escapeMarkup } from '#server/escapeMarkup.ts'

export type SitemapPage = {
  url: string
  /** ISO 8601. */
  changed?: string | undefined
}

/** The most that one file may name. */
const PAGES_AT_MOST = 50_000

/** All pages, where one file may name them; else an index, and a file of each number. */
export function writeSitemap(
  pages: readonly SitemapPage[],
  origin: string,
  number?: string,
): string | undefined {
  if (number === undefined) {
    if (pages.length <= PAGES_AT_MOST) return write('urlset', 'url', pages)
    const count = Math.ceil(pages.length / PAGES_AT_MOST)
    const sitemaps = Array.from({ length: count }, (_, place) => ({
      url: `${origin}/sitemap-${place + 1}.xml`,
    }))
    return write('sitemapindex', 'sitemap', sitemaps)
  }
  const part = pages.slice((Number(number) - 1) * PAGES_AT_MOST, Number(number) * PAGES_AT_MOST)
  return part.length === 0 ? undefined : write('urlset', 'url', part)
}

function write(root: string, element: string, pages: readonly SitemapPage[]): string {
  const elements = pages.map(
    ({ url, changed }) =>
      `<${element}><loc>${escapeMarkup(url)}</loc>${
        changed === undefined || Number.isNaN(Date.parse(changed))
          ? ''
          : `<lastmod>${new Date(changed).toISOString().slice(0, 10)}</lastmod>`
      }</${element}>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...elements,
    `</${root}>`,
    '',
  ].join('\n')
}
