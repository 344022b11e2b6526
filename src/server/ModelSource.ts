import type { ModelAlternatives } from '#contract/alternatives.ts'
import type { ChangesQuery } from '#contract/changesQuery.ts'
import type { FacetsQuery, ModelsFacets } from '#contract/facets.ts'
import type { ChangesPage, ModelHistory } from '#contract/history.ts'
import type { ModelNames } from '#contract/modelNames.ts'
import type { ModelsPage } from '#contract/models.ts'
import type { ModelsQuery } from '#contract/modelsQuery.ts'
import type { Bytes, Rendition } from './pictures/renderPicture.ts'

/** Where the endpoint's answers come from: the one seam between HTTP and the catalogues behind it. */
export type ModelSource = {
  /** One page. Throws a `not_found` when ids are asked for and none of them exists. */
  find(query: ModelsQuery): Promise<ModelsPage>
  /** The same as the owner of a key of theirs sees it; only of a source that knows. Throws when the key is refused. */
  findAs?: (query: ModelsQuery, key: string) => Promise<ModelsPage>
  facets(query: FacetsQuery): Promise<ModelsFacets>
  /** What all models are called. */
  names(): Promise<ModelNames>
  /** The active models that can stand in for one. Throws a `not_found` for an unknown id. */
  alternatives(endpointId: string): Promise<ModelAlternatives>
  /** What the releases did to one model; only of a source that knows. Throws a `not_found` for an unknown id. */
  history?: (endpointId: string) => Promise<ModelHistory>
  /** What the releases did to all models; only of a source that knows. */
  changes?: (query: ChangesQuery) => Promise<ChangesPage>
  /**
   * A model's own picture, with what tells it from an earlier one; only of a source whose pictures are elsewhere.
   * Undefined when the model has none. `get` gives none when it cannot be had now.
   */
  picture?: (
    endpointId: string,
    rendition: Rendition,
  ) => Promise<{ version: string; get: () => Promise<Bytes | undefined> } | undefined>
  /** Has `act` called whenever answers may be others from now on; only of a source that changes. */
  whenChanged?: (act: () => void) => void
}
