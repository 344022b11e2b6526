import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId, useMemo } from 'react'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { FACETS, type FacetName } from '#contract/modelsFilter.ts'
import { ModelStatus } from '#contract/models.ts'
import { FailureNotice } from '#app/FailureNotice.tsx'
import {
  type BrowseFilters,
  narrowing,
  readFilters,
  withChoiceToggled,
  withFilter,
  withoutNarrowing,
} from '#app/filters.ts'
import { countOf } from '#app/format.ts'
import { browsePath } from '#app/links.ts'
import { modelQueries } from '#app/queries.ts'
import { Announcement } from '#ui/Announcement.tsx'
import { useAsked } from '#app/yours/useAsked.ts'
import { ModalDialog } from '#ui/Dialog.tsx'
import { Icon } from '#ui/Icon.tsx'
import { appliedFilters } from './appliedFilters.ts'
import { FacetSection } from './FacetSection.tsx'

/** Those that people ask for first come first; the rest is closed until something is chosen in it. */
const SECTIONS: { facet: FacetName | 'status'; title: string; isOpen?: true }[] = [
  { facet: 'takes', title: 'Takes', isOpen: true },
  { facet: 'returns', title: 'Returns', isOpen: true },
  { facet: 'param', title: 'Has input', isOpen: true },
  { facet: 'category', title: 'Category', isOpen: true },
  { facet: 'tag', title: 'Tag' },
  { facet: 'kind', title: 'Kind' },
  { facet: 'status', title: 'Status' },
  { facet: 'provider', title: 'Provider' },
  { facet: 'group', title: 'Family' },
  { facet: 'license_type', title: 'Licence' },
]

/** Every way to narrow the list that the server offers. Each change acts at once, and Back undoes it. */
export function FilterSheet({ onClose }: { onClose: () => void }) {
  const id = useId()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const filters = useMemo(() => readFilters(params), [params])
  const {
    data: facets,
    isPlaceholderData: isOld,
    error,
    refetch,
  } = useQuery({
    ...modelQueries.facets(narrowing(useAsked(filters)), [...FACETS]),
    placeholderData: keepPreviousData,
  })
  const change = (next: BrowseFilters) => void navigate(browsePath(next))

  return (
    <ModalDialog shape="sheet" labelledBy={id} onClose={onClose}>
      <div className="flex h-full max-h-[inherit] flex-col">
        <div className="flex items-center justify-between border-b border-line py-2 pr-2 pl-5">
          <h2 id={id} className="font-semibold">
            Filters
          </h2>
          <button
            type="button"
            aria-label="Close filters"
            className="button w-9 border-transparent px-0 pointer-coarse:w-11"
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
        </div>
        <div className="grow overflow-y-auto overscroll-contain px-5">
          {error && <FailureNotice error={error} onRetry={() => void refetch()} />}
          {facets &&
            SECTIONS.map(({ facet, title, isOpen }) => {
              const values = facets[facet] ?? []
              if (values.length === 0) return null
              return facet === 'status' ? (
                <FacetSection
                  key={facet}
                  title={title}
                  values={values}
                  choices={filters.status ? [filters.status] : []}
                  onToggle={(value) => {
                    const status = ModelStatus.safeParse(value).data
                    change(withFilter(filters, 'status', status === filters.status ? undefined : status))
                  }}
                />
              ) : (
                <FacetSection
                  key={facet}
                  title={title}
                  facet={facet}
                  values={values}
                  choices={filters[facet] ?? []}
                  isOpen={isOpen}
                  onToggle={(choice) => change(withChoiceToggled(filters, facet, choice))}
                />
              )
            })}
        </div>
        <div className="flex items-center justify-between gap-3 border-t border-line px-5 py-3">
          <button
            type="button"
            className="button border-transparent px-2 disabled:text-quiet"
            disabled={appliedFilters(filters).length === 0}
            onClick={() => change(withoutNarrowing(filters))}
          >
            Clear all
          </button>
          <button type="button" className="button button-primary min-w-44" onClick={onClose}>
            {facets && !isOld ? `Show ${countOf(facets.total, 'model')}` : 'Show models'}
          </button>
        </div>
        <Announcement>{facets && !isOld ? `${countOf(facets.total, 'model')} found` : ''}</Announcement>
      </div>
    </ModalDialog>
  )
}
