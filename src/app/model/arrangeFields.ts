/** Fields one after the other, those that are not shown folded together where they stand. */
export type Run<Item> = { isShown: boolean; items: Item[] }

/** Neighbours that are shown, and neighbours that are not, in runs; nothing is lost or moved. */
export function arrangeFields<Item>(items: Item[], isShown: (item: Item) => boolean): Run<Item>[] {
  const runs: Run<Item>[] = []
  for (const item of items) {
    const last = runs.at(-1)
    if (last?.isShown === isShown(item)) last.items.push(item)
    else runs.push({ isShown: isShown(item), items: [item] })
  }
  return runs
}
