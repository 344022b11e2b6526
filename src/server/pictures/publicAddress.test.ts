import { expect, test } from 'vitest'
import { isPublicAddress, publicLookup } from './publicAddress.ts'

test.each([
  '93.184.215.14',
  '8.8.8.8',
  '172.32.0.1',
  '2606:2800:21f:cb07:6820:80da:af6b:8b2c',
  '::ffff:93.184.215.14',
])('%s is on the internet', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each([
  '127.0.0.1',
  '127.8.8.8',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::7f00:1',
  '::ffff:127.0.0.1',
  '::ffff:a00:1',
  '64:ff9b::a00:1',
  '2002:a00:1::',
  '2001:db8::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  'localhost',
  '',
])('"%s" is not', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test('a name is looked up as asked for: its first address, or all', async () => {
  expect(await lookUp(['93.184.215.14', '2606:2800::1'], false)).toBe('93.184.215.14')
  expect(await lookUp(['93.184.215.14', '2606:2800::1'], true)).toEqual([
    { address: '93.184.215.14', family: 4 },
    { address: '2606:2800::1', family: 6 },
  ])
})

test.each([[['10.0.0.1']], [['93.184.215.14', '10.0.0.1']], [['93.184.215.14', '::1']], [[]]])(
  'a name that means %j is refused',
  async (addresses) => {
    await expect(lookUp(addresses, true)).rejects.toThrow('pictures.example')
    await expect(lookUp(addresses, false)).rejects.toThrow('pictures.example')
  },
)

test('a name of this machine is refused', async () => {
  const refusal = new Promise((resolve, reject) =>
    publicLookup()('localhost', { all: true }, (error, addresses) =>
      error ? reject(error) : resolve(addresses),
    ),
  )
  await expect(refusal).rejects.toThrow('localhost is not on the internet')
})

function lookUp(addresses: string[], all: boolean) {
  const lookup = publicLookup((_, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    ),
  )
  return new Promise((resolve, reject) =>
    lookup('pictures.example', { all }, (error, found) => (error ? reject(error) : resolve(found))),
  )
}
