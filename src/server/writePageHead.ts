import type { PageDescription } from './describePage.ts'
import { escapeMarkup } from './escapeMarkup.ts'

/** What a page is sure to ask for. */
export type PageNeed = { kind: 'script' | 'answer'; url: string }

/**
 * The app's page with what describes it in its head, in place of the title and the description that are there, and with
 * what it needs, so that the browser fetches that while it still reads the app.
 */
export function writePageHead(html: string, page: PageDescription, needs: PageNeed[] = []): string {
  return (
    html
      .replace(/<meta\s+name="description"[^>]*>\s*/, '')
      // A function, as "$&" in a text would mean something.
      .replace(/<title>[^<]*<\/title>/, () => [...writeTags(page), ...needs.map(writeNeed)].join('\n    '))
  )
}

function writeTags({ title, description, canonical, picture, alternates, isUnknown }: PageDescription) {
  return [
    `<title>${escapeMarkup(title)}</title>`,
    named('description', description),
    ...(isUnknown ? [named('robots', 'noindex')] : []),
    ...(canonical === undefined ? [] : [`<link rel="canonical" href="${escapeMarkup(canonical)}" />`]),
    ...alternates.map(
      ({ type, url, title }) =>
        `<link rel="alternate" type="${escapeMarkup(type)}" href="${escapeMarkup(url)}" title="${escapeMarkup(title)}" />`,
    ),
    property('og:type', 'website'),
    property('og:site_name', 'Model browser'),
    property('og:title', title),
    property('og:description', description),
    ...(canonical === undefined ? [] : [property('og:url', canonical)]),
    ...(picture === undefined ? [] : [property('og:image', picture.url)]),
    ...(picture?.width === undefined ? [] : [property('og:image:width', String(picture.width))]),
    ...(picture?.height === undefined ? [] : [property('og:image:height', String(picture.height))]),
    named('twitter:card', picture === undefined ? 'summary' : 'summary_large_image'),
    named('twitter:title', title),
    named('twitter:description', description),
    ...(picture === undefined ? [] : [named('twitter:image', picture.url)]),
  ]
}

function writeNeed({ kind, url }: PageNeed): string {
  const href = escapeMarkup(url)
  return kind === 'script'
    ? `<link rel="modulepreload" href="${href}" />`
    : // As `fetch` asks, or the browser would not know it again.
      `<link rel="preload" as="fetch" crossorigin href="${href}" />`
}

function named(name: string, content: string): string {
  return `<meta name="${name}" content="${escapeMarkup(content)}" />`
}

function property(name: string, content: string): string {
  return `<meta property="${name}" content="${escapeMarkup(content)}" />`
}
