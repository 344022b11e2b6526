import { expect, test } from 'vitest'
import { createProgress } from './createProgress.ts'

test('a log gets a line for each tenth', () => {
  expect(progressOn(false)).toBe('schemas: 5 of 20\nschemas: 10 of 20\nschemas: 20 of 20\n20 models\n')
})

test('a terminal gets a bar, which ends before the next line', () => {
  const text = progressOn(true)
  expect(text).toContain('100 models')
  expect(text).toContain(`${'█'.repeat(15)}${'░'.repeat(15)} 10 of 20 schemas`)
  expect(text.endsWith('20 of 20 schemas\n20 models\n')).toBe(true)
})

test('what the endpoint said writes one line, of some length, and does not steer a terminal', () => {
  let text = ''
  const { report } = createProgress({ isTTY: true, write: (more) => (text += more) })
  report(`no\n{"level":"info"}\x1b[2J${'x'.repeat(5000)}`)
  expect(text).toMatch(/^no \{"level":"info"\} \[2Jx{500,}\n$/)
  expect(text.length).toBeLessThan(1100)
})

function progressOn(isTTY: boolean): string {
  let text = ''
  const { report, onProgress } = createProgress({ isTTY, write: (more) => (text += more) })
  onProgress('models', 100)
  for (const done of [0, 1, 5, 5, 10, 20]) onProgress('schemas', done, 20)
  report('20 models')
  return text
}
