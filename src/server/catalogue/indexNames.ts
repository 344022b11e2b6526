import { listBeginning } from './listBeginning.ts'

/** Indexes what each model is called once; the function it gives lists the positions of those of which a name begins so. */
export function indexNames(names: readonly (readonly string[])[]): (beginning: string) => Set<number> {
  const positions = new Map<string, number[]>()
  for (const [position, namesOfOne] of names.entries()) {
    for (const name of namesOfOne) {
      const known = positions.get(name)
      if (known) known.push(position)
      else positions.set(name, [position])
    }
  }
  const sorted = [...positions.keys()].sort()

  return (beginning) =>
    new Set([...listBeginning(sorted, beginning)].flatMap((name) => positions.get(name) ?? []))
}
