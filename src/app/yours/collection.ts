import * as z from 'zod/mini'
import { readStored, store, useStored } from '#app/storage.ts'
import { setAside } from './setAside.ts'

/** What this browser keeps of models, without an account: saved ones, those opened lately, those to compare. */
export type CollectionName = 'favourites' | 'recent' | 'compared'

/** `at`: when it was saved or opened, ISO 8601. */
const KeptModel = z.object({
  endpoint_id: z.string().check(z.minLength(1)),
  at: z.string(),
})
export type KeptModel = z.infer<typeof KeptModel>

/** Raised whenever the stored shape changes. */
const FORMAT = 1
const Stored = z.object({ format: z.number(), models: z.array(KeptModel) })

/** The oldest beyond these are forgotten. */
const AT_MOST = { favourites: Infinity, recent: 50, compared: 6 }

/** The models of a collection, the newest first; none where what is stored cannot be read. */
export function readCollection(name: CollectionName): KeptModel[] {
  return parse(name, readStored(name)).models
}

/** The same, in step with this page and with every other tab. */
export function useCollection(name: CollectionName): KeptModel[] {
  return parse(name, useStored(name)).models
}

/** Whether a model is in a collection. */
export function useIsKept(name: CollectionName, endpointId: string): boolean {
  return parse(name, useStored(name)).ids.has(endpointId)
}

/** A model as it is kept from now on. */
export function keptNow(endpoint_id: string): KeptModel {
  return { endpoint_id, at: new Date().toISOString() }
}

/** Puts models into a collection. Of one that is there already, the saved ones keep the older time, the opened the newer. */
export function addToCollection(name: CollectionName, added: readonly KeptModel[]) {
  const models = new Map(readCollection(name).map((model) => [model.endpoint_id, model]))
  for (const model of added) {
    if (name === 'recent' || !models.has(model.endpoint_id)) models.set(model.endpoint_id, model)
  }
  // ISO 8601 texts compare as times do.
  const sorted = [...models.values()].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  write(name, sorted.slice(0, AT_MOST[name]))
}

export function removeFromCollection(name: CollectionName, endpointIds: readonly string[]) {
  const removed = new Set(endpointIds)
  write(
    name,
    readCollection(name).filter(({ endpoint_id }) => !removed.has(endpoint_id)),
  )
}

type Parsed = { text: string | undefined; models: KeptModel[]; ids: Set<string> }

/** Hundreds of cards ask for the same text. */
const parsed = new Map<CollectionName, Parsed>()

function parse(name: CollectionName, text: string | undefined): Parsed {
  const known = parsed.get(name)
  if (known && known.text === text) return known
  const models = text === undefined ? [] : (readStoredModels(text) ?? [])
  const fresh = { text, models, ids: new Set(models.map(({ endpoint_id }) => endpoint_id)) }
  parsed.set(name, fresh)
  return fresh
}

/** Undefined when the text is damaged, or of another version. */
function readStoredModels(text: string): KeptModel[] | undefined {
  try {
    const stored = Stored.safeParse(JSON.parse(text)).data
    return stored?.format === FORMAT ? stored.models : undefined
  } catch {
    return undefined
  }
}

/** What cannot be read is set aside before anything takes its place. */
function write(name: CollectionName, models: KeptModel[]) {
  setAsideIfDamaged(name)
  store(name, JSON.stringify({ format: FORMAT, models }))
}

/** Moves a collection out of the way when it cannot be read: damaged, or of another version. */
export function setAsideIfDamaged(name: CollectionName) {
  const text = readStored(name)
  if (text !== undefined && !readStoredModels(text)) setAside(name, text)
}
