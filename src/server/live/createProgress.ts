import type { Step } from './refreshMirror.ts'

/** Where lines go: a terminal, whose last line can be written anew, or a log. */
export type ProgressOutput = { isTTY?: boolean; write: (text: string) => unknown }

/** Tells whoever runs the server how far the mirror is: a bar on a terminal, a line for each tenth in a log. */
export function createProgress(output: ProgressOutput) {
  let isBarShown = false
  let told = 0

  return {
    report: (line: string) => {
      endBar()
      // It may quote the endpoint, which must neither write lines of its own nor steer a terminal.
      output.write(`${line.replace(/\p{Cc}+/gu, ' ').slice(0, MAX_LENGTH)}\n`)
    },

    onProgress: (step: Step, done: number, total?: number) => {
      if (output.isTTY) return showBar(step, done, total)
      // Of a listing nobody knows the length, and it is short.
      if (total === undefined) return
      const tenth = Math.floor((10 * done) / total)
      if (done > 0 && tenth !== told) output.write(`${step}: ${done} of ${total}\n`)
      told = tenth
    },
  }

  function showBar(step: Step, done: number, total?: number) {
    const part = total === undefined ? 0 : Math.round((WIDTH * done) / total)
    const bar = total === undefined ? '' : `${'█'.repeat(part)}${'░'.repeat(WIDTH - part)} `
    output.write(`\r\x1b[K${bar}${done}${total === undefined ? '' : ` of ${total}`} ${step}`)
    isBarShown = true
    if (done === total) endBar()
  }

  function endBar() {
    if (isBarShown) output.write('\n')
    isBarShown = false
  }
}

/** Characters. */
const WIDTH = 30
const MAX_LENGTH = 1000
