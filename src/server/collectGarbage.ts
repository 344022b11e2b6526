import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Collects all garbage at once. What a start leaves would else be collected while the first readers wait. */
export function collectGarbage() {
  // Shows the function to contexts that are made from now on.
  setFlagsFromString('--expose-gc')
  runInNewContext('gc()')
}
