import type { EndpointSchemas } from './history.ts'
import { reachableFrom } from './jsonSchema.ts'

export type Trainable = EndpointSchemas & {
  endpointId: string
  family: string
  category: string
  status: string
}

/**
 * The endpoints that use what a trainer makes, by the trainer's id: those of its family, or else of a narrower one,
 * that take the very id that it returns, or else a LoRA; of the latter those that do every task the trainer names and
 * whose own id is nearest to the trainer's.
 */
export function findInferenceEndpoints(endpoints: Trainable[]): Map<string, string[]> {
  const trainers = endpoints.filter(({ category }) => category === 'training')
  const users = trainers.map((trainer) => [trainer.endpointId, usersOf(trainer, endpoints)] as const)
  return new Map(users.filter(([, found]) => found.length > 0))
}

function usersOf(trainer: Trainable, endpoints: Trainable[]): string[] {
  const candidates = endpoints.filter(
    ({ category, family }) => category !== 'training' && `${family}-`.startsWith(`${trainer.family}-`),
  )
  const made = madeIds(trainer)
  if (made.length > 0) return idsOf(relativesFirst(trainer, candidates, (user) => takesAny(user, made)))
  const wanted = traits(trainer.endpointId)
  const users = relativesFirst(trainer, candidates, takesLora).filter(({ endpointId }) => {
    const offered = traits(endpointId)
    const sizes = offered.filter(isSize)
    return wanted.every(
      (trait) => offered.includes(trait) || !(isSize(trait) ? sizes.length > 0 : BINDING.has(trait)),
    )
  })
  const distances = users.map(({ endpointId }) => distance(wanted, traits(endpointId)))
  const nearest = Math.min(...distances)
  return idsOf(users.filter((_, place) => distances[place] === nearest))
}

function relativesFirst(trainer: Trainable, candidates: Trainable[], fits: (user: Trainable) => boolean) {
  const fitting = candidates.filter(fits)
  const relatives = fitting.filter(({ family }) => family === trainer.family)
  return relatives.length > 0 ? relatives : fitting
}

function idsOf(endpoints: Trainable[]): string[] {
  return endpoints.map(({ endpointId }) => endpointId)
}

/** What the trainer has and the user lacks weighs most; a task that the trainer leaves open weighs nothing. */
function distance(trainer: string[], user: string[]): number {
  const missing = trainer.filter((trait) => !user.includes(trait))
  const added = user.filter((trait) => !trainer.includes(trait) && !TASKS.has(trait))
  return missing.length * 10 + added.length + (added.includes('video') ? 5 : 0)
}

/** Ids, such as `style_id`, by their names. */
function madeIds({ output, release }: EndpointSchemas): string[] {
  const names = Object.keys(release.components.get(output)?.properties ?? {})
  return names.filter((name) => name.endsWith('_id'))
}

function takesLora({ input, release }: EndpointSchemas): boolean {
  const names = Object.keys(release.components.get(input)?.properties ?? {})
  return names.some((name) => /^loras?(_url|_path)?$/.test(name))
}

/** Anywhere in its input, one or several of an id of any value: a choice of given ones has no place for a new one. */
function takesAny({ input, release }: EndpointSchemas, ids: string[]): boolean {
  const parts = [...reachableFrom([input], release.components).values()]
  return parts
    .flatMap(({ properties = {} }) => Object.entries(properties))
    .some(([name, schema]) => ids.includes(name.replace(/s$/, '')) && schema.enum === undefined)
}

/** The words of an id that say what a LoRA is for. */
function traits(endpointId: string): string[] {
  const words = endpointId
    .toLowerCase()
    .replace(/trainer-v\d/, 'trainer')
    .replaceAll('t2v', 'text-to-video')
    .replaceAll('i2v', 'image-to-video')
    .replaceAll(/v?(\d)\.(\d)/g, '$1$2')
    .replaceAll(/([a-z])(?=\d)/g, '$1-')
    .split(/[-_/]/)
  return words.filter((word) => !MEANINGLESS.has(word))
}

const MEANINGLESS = new Set([
  'fal',
  'ai',
  'v',
  'trainer',
  'training',
  'lora',
  'fast',
  'portrait',
  'to',
  'create',
])
/** What is trained for one of these is of no use to an endpoint without it. */
const BINDING = new Set(['text', 'image', 'edit', 'base', 'flf'])

/** `4b`: so many parameters. Weights of one size fit no other. */
function isSize(trait: string): boolean {
  return /^\d+b$/.test(trait)
}

const TASKS = new Set(['text', 'image', 'audio', 'inpaint', 'inpainting', 'stream'])
