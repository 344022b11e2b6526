/** What to report of a disk that fails, by the setting that says where it is. */
export function diskFailure(error: unknown): string {
  return `DATA_DIR: ${error instanceof Error ? error.message : 'cannot be used'}`
}

/** Whether there is just nothing, where something was to be read. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
