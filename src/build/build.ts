import { buildProduct } from './buildProduct.ts'

await buildProduct()
