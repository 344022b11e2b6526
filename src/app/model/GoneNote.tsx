/** Says at the nearest place that what a link named is not here any more. */
export function GoneNote({ path }: { path: string }) {
  return (
    <p className="my-2 rounded-lg border border-edge px-3 py-2 text-[13.5px] text-soft wrap-anywhere">
      The link leads to <code className="font-mono text-[12.5px] text-ink">{path}</code>, which this schema
      does not have. This is the nearest place that it has.
    </p>
  )
}
