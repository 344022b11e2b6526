import { setTimeout } from 'node:timers/promises'

export type Gate = {
  /**
   * Acts when nobody else does, and a pause has passed; who is urgent goes before all who wait, but not for ever. Rejects
   * as soon as the signal says that nobody waits for it any more.
   */
  pass: <Result>(act: () => Promise<Result>, isUrgent: boolean, signal?: AbortSignal) => Promise<Result>
}

/** Lets one through at a time, with a pause in milliseconds between them. */
export function createGate(pause: number): Gate {
  const urgent: (() => Promise<void>)[] = []
  const patient: (() => Promise<void>)[] = []
  let isBusy = false
  let opensAt = 0
  let urgentInARow = 0

  return {
    pass(act, isUrgent, signal) {
      return new Promise((resolve, reject) => {
        const line = isUrgent ? urgent : patient
        const enter = async () => {
          await act().then(resolve, reject)
          signal?.removeEventListener('abort', leave)
        }
        const leave = () => {
          // Who is gone must not cost the others a pause.
          if (line.includes(enter)) line.splice(line.indexOf(enter), 1)
          reject(signal?.reason)
        }
        if (signal?.aborted) return leave()
        signal?.addEventListener('abort', leave)
        line.push(enter)
        void letThrough()
      })
    },
  }

  async function letThrough() {
    if (isBusy) return
    isBusy = true
    while (urgent.length + patient.length > 0) {
      await setTimeout(Math.max(0, opensAt - performance.now()))
      const enter = callNext()
      if (enter === undefined) continue
      await enter()
      opensAt = performance.now() + pause
    }
    isBusy = false
  }

  function callNext(): (() => Promise<void>) | undefined {
    const isTurnOfPatient = urgent.length === 0 || (urgentInARow >= URGENT_IN_A_ROW && patient.length > 0)
    urgentInARow = isTurnOfPatient ? 0 : urgentInARow + 1
    return (isTurnOfPatient ? patient : urgent).shift()
  }
}

/** Then one of the patient goes: readers who never cease to ask must not keep the mirror from being renewed. */
const URGENT_IN_A_ROW = 4
