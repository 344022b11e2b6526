import { escapeMarkup } from '#server/escapeMarkup.ts'
import type { Feed, FeedEntry } from './Feed.ts'

/** The feed as Atom, RFC 4287. */
export function writeAtomFeed({ id, title, pageUrl, feedUrl, updated, entries }: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    element('id', id),
    element('title', title),
    element('updated', updated),
    `<link rel="self" type="application/atom+xml" href="${escapeMarkup(feedUrl)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeMarkup(pageUrl)}"/>`,
    `<author>${element('name', 'Model browser')}</author>`,
    ...entries.map(writeEntry),
    '</feed>',
    '',
  ].join('\n')
}

function writeEntry({ id, url, title, lines, date, tags }: FeedEntry): string {
  return [
    '<entry>',
    element('id', id),
    element('title', title),
    element('published', date),
    element('updated', date),
    `<link rel="alternate" type="text/html" href="${escapeMarkup(url)}"/>`,
    ...tags.map((tag) => `<category term="${escapeMarkup(tag)}"/>`),
    `<content type="text">${escapeMarkup(lines.join('\n'))}</content>`,
    '</entry>',
  ].join('\n')
}

function element(name: string, text: string): string {
  return `<${name}>${escapeMarkup(text)}</${name}>`
}
