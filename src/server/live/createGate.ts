import { setTimeout } from 'node:timers/promises'

export type Gate = {
  /**
   * Acts when nobody else does, and a pause has passed; who is urgent goes before all who wait. Rejects as soon as the
   * signal says that nobody waits for it any more.
   */
  pass: <Result>(act: () => Promise<Result>, isUrgent: boolean, signal?: AbortSignal) => Promise<Result>
}

/** Lets one through at a time, with a pause in milliseconds between them. */
export function createGate(pause: number): Gate {
  const urgent: (() => Promise<void>)[] = []
  const patient: (() => Promise<void>)[] = []
  let isBusy = false
  let opensAt = 0

  return {
    pass(act, isUrgent, signal) {
      return new Promise((resolve, reject) => {
        const leave = () => reject(signal?.reason)
        signal?.addEventListener('abort', leave)
        const line = isUrgent ? urgent : patient
        line.push(async () => {
          if (signal?.aborted) return leave()
          await act().then(resolve, reject)
          signal?.removeEventListener('abort', leave)
        })
        void letThrough()
      })
    },
  }

  async function letThrough() {
    if (isBusy) return
    isBusy = true
    while (urgent.length + patient.length > 0) {
      await setTimeout(Math.max(0, opensAt - performance.now()))
      const enter = urgent.shift() ?? patient.shift()
      await enter?.()
      opensAt = performance.now() + pause
    }
    isBusy = false
  }
}
