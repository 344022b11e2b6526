import type { NamedModel } from '#contract/history.ts'
import type { Model } from '#contract/models.ts'

const SHOWN = 5

/**
 * The active models most like one: first those of its family and category, then of its family, then those of its
 * category whose ids share a word with its own; among equals the one whose id shares more words, then the earlier one.
 */
export function nearestModels(model: Model, models: readonly Model[]): Model[] {
  const { category, group } = model.metadata ?? {}
  const words = tellingWords(model)
  return models
    .filter((other) => other.endpoint_id !== model.endpoint_id && other.metadata?.status === 'active')
    .map((other) => {
      const isFamily = group !== undefined && other.metadata?.group?.key === group.key
      const isCategory = other.metadata?.category === category
      const shared = [...tellingWords(other)].filter((word) => words.has(word)).length
      return { other, shared, closeness: 2 * Number(isFamily) + Number(isCategory) }
    })
    .filter(({ shared, closeness }) => closeness > 1 || (closeness === 1 && shared > 0))
    .sort((a, b) => b.closeness - a.closeness || b.shared - a.shared)
    .slice(0, SHOWN)
    .map(({ other }) => other)
}

/** What a list says of a model that it links to. */
export function nameModel({ endpoint_id, metadata }: Model): NamedModel {
  return {
    endpoint_id,
    ...(metadata && { display_name: metadata.display_name, category: metadata.category }),
  }
}

/** The words of an id, without its provider and what the category says. */
function tellingWords({ endpoint_id, metadata }: Model): Set<string> {
  const [, ...name] = endpoint_id.toLowerCase().split('/')
  const category = new Set(metadata?.category.split('-'))
  return new Set(
    name
      .join(' ')
      .match(/[a-z]{3,}/g)
      ?.filter((word) => !category.has(word)),
  )
}
