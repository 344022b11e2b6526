import type { Feed } from './Feed.ts'

/** The feed as JSON Feed 1.1. */
export function writeJsonFeed({ title, pageUrl, feedUrl, entries }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: pageUrl,
    feed_url: feedUrl,
    language: 'en',
    items: entries.map(({ id, url, title, lines, date, tags }) => ({
      id,
      url,
      title,
      content_text: lines.join('\n'),
      date_published: date,
      tags,
    })),
  })
}
