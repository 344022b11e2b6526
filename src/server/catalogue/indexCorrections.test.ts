import { expect, test } from 'vitest'
import { indexCorrections } from './indexCorrections.ts'

const KNOWN = new Map([
  ['flux', 40],
  ['full', 3],
  ['diffusion', 20],
  ['sdxl', 5],
  ['wan', 9],
])

test.each([
  ['fulx', 'flux'],
  ['flx', undefined],
  ['fluxx', 'flux'],
  ['difusion', 'diffusion'],
  ['difusoin', 'diffusion'],
  ['sdlx', 'sdxl'],
  ['wam', undefined],
  ['glux', 'flux'],
  ['lux', undefined],
  ['iffusion', 'diffusion'],
  ['ddiffusion', 'diffusion'],
  ['idffusion', 'diffusion'],
  ['quantum', undefined],
])('%s was meant to be %s', (typed, meant) => {
  expect(indexCorrections(KNOWN)(typed)).toBe(meant)
})
