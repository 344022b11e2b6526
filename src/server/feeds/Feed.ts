/** A feed, whatever the format it is written in. Times are ISO 8601, ids are stable and need no address. */
export type Feed = {
  id: string
  title: string
  /** The page for people, and the feed itself. */
  pageUrl: string
  feedUrl: string
  updated: string
  entries: FeedEntry[]
}

export type FeedEntry = {
  id: string
  url: string
  title: string
  /** Plain text, a line each. */
  lines: string[]
  date: string
  tags: string[]
}
