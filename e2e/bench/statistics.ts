/** The value below which this share of the values lies; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** A line of a table: the median of the runs with their spread, and what was to be reached. */
export function reportLine(name: string, unit: string, runs: readonly number[], goal?: number): string {
  const median = quantile(runs, 0.5)
  const spread = `${format(Math.min(...runs))} – ${format(Math.max(...runs))}`
  const verdict = goal === undefined ? '' : median <= goal ? `≤ ${goal}` : `**missed: ${goal}**`
  return `| ${name} | ${format(median)} ${unit} | ${spread} | ${verdict} |`
}

export const REPORT_HEAD = ['| what | median | spread | to reach |', '| --- | --- | --- | --- |']

function format(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1)
}
