import { planCall } from '#compare/planCall.ts'
import type { Alternative, CallChange } from '#contract/alternatives.ts'
import type { Model } from '#contract/models.ts'
import { nameModel } from '#server/nearestModels.ts'
import type { ModelSignature } from './readSignature.ts'

const SHOWN = 8

/**
 * For the model at a place: the active ones that return the same and take the same call but for some changes, first those
 * for which little of the call changes and that are near of kin. None where it is not known what the model takes.
 */
export function createAlternatives(
  models: readonly Model[],
  signatures: readonly (ModelSignature | undefined)[],
): (position: number) => Alternative[] {
  const candidates = models.map((model, position) => ({
    model,
    signature: signatures[position],
    words: wordsOf(model),
  }))
  const active = candidates.filter(({ model }) => model.metadata?.status === 'active')

  return (position) => {
    const replaced = candidates[position]
    if (replaced?.signature === undefined || replaced.signature.inputs.length === 0) return []
    const { inputs } = replaced.signature
    return active
      .flatMap((candidate) => {
        if (candidate === replaced || !returnSame(replaced, candidate)) return []
        const changes = planCall(inputs, candidate.signature?.inputs ?? [])
        // What takes nothing of it takes another call, or it is not known what it takes.
        if (changes === undefined || changes.filter(isDrop).length === inputs.length) return []
        const cost = costOf(changes) / (inputs.length + SMOOTHING) + distance(replaced, candidate)
        return [{ model: candidate.model, changes, cost }]
      })
      .sort((a, b) => a.cost - b.cost)
      .slice(0, SHOWN)
      .map(({ model, changes }) => ({ ...nameModel(model), changes }))
  }
}

function isDrop({ kind }: CallChange): boolean {
  return kind === 'drop'
}

type Candidate = { model: Model; signature: ModelSignature | undefined; words: ReadonlySet<string> }

/** The same main product; of a model of which that is not known, the category tells. */
function returnSame(one: Candidate, other: Candidate): boolean {
  const product = one.signature?.returns[0]
  if (product !== undefined) return other.signature?.returns[0] === product
  return one.model.metadata?.category === other.model.metadata?.category
}

/** To give what was never given is more than to do without something, or to write it differently. */
const COSTS: Record<CallChange['kind'], number> = { rename: 1, convert: 1, drop: 1, require: 3 }

/** So that one change in a call of one input is not as much as all of a call of twenty. */
const SMOOTHING = 2

function costOf(changes: readonly CallChange[]): number {
  return changes.reduce((sum, { kind }) => sum + COSTS[kind], 0)
}

/** How far two models are from being one in another version: 0 to 1.5, where 1 is as much as a whole call that changes. */
function distance(one: Candidate, other: Candidate): number {
  const [mine, theirs] = [one.model.metadata, other.model.metadata]
  const isFamily = mine?.group !== undefined && mine.group.key === theirs?.group?.key
  const isCategory = mine?.category === theirs?.category
  const shared = [...one.words].filter((word) => other.words.has(word)).length
  const likeness = shared / Math.max(1, one.words.size + other.words.size - shared)
  return 1 - likeness + (isFamily ? 0 : 0.2) + (isCategory ? 0 : 0.3)
}

/** The words and numbers of an id without its provider: `kling`, `video`, `2.1`, `pro`. */
function wordsOf({ endpoint_id }: Model): ReadonlySet<string> {
  const [, ...name] = endpoint_id.toLowerCase().split('/')
  return new Set(name.join(' ').match(/[a-z]+|\d+(\.\d+)?/g))
}
