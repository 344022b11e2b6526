import type { JsonProblem } from '#request/parseJson.ts'

/** `Line 3, column 5: Expected a comma or }` */
export function problemInWords({ line, column, message }: JsonProblem): string {
  return `Line ${line}, column ${column}: ${message}`
}
