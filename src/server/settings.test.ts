import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

test('without settings it is port 3000 of this machine alone', () => {
  expect(readSettings({})).toEqual({ port: 3000, host: '127.0.0.1' })
  expect(readSettings({ PORT: '', HOST: ' ' })).toEqual({ port: 3000, host: '127.0.0.1' })
})

test('port and host are read', () => {
  expect(readSettings({ PORT: '8080', HOST: '0.0.0.0' })).toEqual({ port: 8080, host: '0.0.0.0' })
  expect(readSettings({ PORT: '0', HOST: '::1' })).toEqual({ port: 0, host: '::1' })
})

test.each(['abc', '-1', '65536', '80.5', '0x50', '1e3'])('PORT %s is refused by name', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow(/PORT.*0 to 65535.*got/)
})

test('a HOST that is an address of a page is refused by name', () => {
  expect(() => readSettings({ HOST: 'http://localhost/' })).toThrow(/HOST.*got/)
})
