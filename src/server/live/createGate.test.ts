import { expect, test } from 'vitest'
import { createGate } from './createGate.ts'

test('who is urgent goes first, but does not keep the patient waiting for ever', async () => {
  const gate = createGate(0)
  const passed: string[] = []
  const pass = (name: string, isUrgent: boolean) => gate.pass(async () => void passed.push(name), isUrgent)
  await Promise.all([
    pass('first', false),
    pass('patient', false),
    ...Array.from({ length: 6 }, () => pass('urgent', true)),
  ])
  expect(passed.filter((name) => name === 'urgent')).toHaveLength(6)
  expect(passed[0]).toBe('urgent')
  expect(passed.indexOf('patient')).toBeGreaterThan(passed.indexOf('first'))
  expect(passed.at(-1)).not.toBe('urgent')
  expect(passed.indexOf('first')).toBeLessThan(6)
})

test('who is gone costs those behind no pause', async () => {
  const gate = createGate(100_000)
  const leaving = new AbortController()
  const gone = gate.pass(async () => 'gone', true, leaving.signal)
  const here = gate.pass(async () => 'here', true)
  leaving.abort(new Error('no longer'))
  await expect(gone).rejects.toThrow('no longer')
  expect(await here).toBe('here')
})
