import type { EndpointSchemas } from './history.ts'

export type Trainable = EndpointSchemas & {
  endpointId: string
  family: string
  category: string
  status: string
}

/**
 * The endpoints that use what a trainer makes, by the trainer's id: those of its family, or else of a narrower one,
 * that take a LoRA, or take the very id that it returns, and whose own id is nearest to the trainer's.
 */
export function findInferenceEndpoints(endpoints: Trainable[]): Map<string, string[]> {
  const trainers = endpoints.filter(({ category }) => category === 'training')
  const users = trainers.map((trainer) => [trainer.endpointId, usersOf(trainer, endpoints)] as const)
  return new Map(users.filter(([, found]) => found.length > 0))
}

function usersOf(trainer: Trainable, endpoints: Trainable[]): string[] {
  const made = outputNames(trainer)
  const fitting = endpoints.filter(
    (user) =>
      user.category !== 'training' &&
      `${user.family}-`.startsWith(`${trainer.family}-`) &&
      inputNames(user).some((input) => made.has(/^loras?(_url|_path)?$/.test(input) ? 'lora' : input)),
  )
  const relatives = fitting.filter(({ family }) => family === trainer.family)
  const users = relatives.length > 0 ? relatives : fitting
  const distances = users.map(({ endpointId }) => distance(traits(trainer.endpointId), traits(endpointId)))
  const nearest = Math.min(...distances)
  return users.flatMap(({ endpointId }, place) => (distances[place] === nearest ? [endpointId] : []))
}

/** What the trainer has and the user lacks weighs most; a task that the trainer leaves open weighs nothing. */
function distance(trainer: string[], user: string[]): number {
  const missing = trainer.filter((trait) => !user.includes(trait))
  const added = user.filter((trait) => !trainer.includes(trait) && !TASKS.has(trait))
  return missing.length * 10 + added.length + (added.includes('video') ? 5 : 0)
}

function inputNames({ input, release }: EndpointSchemas): string[] {
  return Object.keys(release.components.get(input)?.properties ?? {})
}

/** `lora` for any file of weights; ids, such as `style_id`, by their names. */
function outputNames({ output, release }: EndpointSchemas): Set<string> {
  const names = Object.keys(release.components.get(output)?.properties ?? {})
  return new Set(names.flatMap((name) => (/lora/.test(name) ? ['lora'] : name.endsWith('_id') ? [name] : [])))
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
const TASKS = new Set(['text', 'image', 'audio', 'inpaint', 'inpainting', 'stream'])
