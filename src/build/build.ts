import { rm } from 'node:fs/promises'
import { buildProduct } from './buildProduct.ts'

// From nothing, whatever is already there.
await rm('dist', { recursive: true, force: true })
await buildProduct()
