import { memo } from 'react'
import { CellLines } from './CellLines.tsx'
import type { ComparedModelsProps } from './ComparedModels.tsx'
import type { ComparedModel, Comparison, FactRow, PropertyRow } from './compareModels.ts'
import { CompareModelHead } from './CompareModelHead.tsx'
import { PropertyName } from './PropertyName.tsx'
import { SettledLine } from './SettledLine.tsx'
import { useSectionRows } from './useSectionRows.ts'

/** The comparison on a small screen: a card for each property, in it what each model says. */
export function ComparisonCards({ comparison, onlyDifferences, onRemove }: ComparedModelsProps) {
  const { models, facts, sections } = comparison
  const factsShown = facts.filter(({ isSame }) => !(onlyDifferences && isSame))
  return (
    <div data-comparison className="mt-6">
      <h2 className="sr-only">Models</h2>
      <ul className="divide-y divide-line border-y border-line">
        {models.map((model) => (
          <li key={model.id} className="py-2.5">
            <CompareModelHead model={model} onRemove={onRemove} />
          </li>
        ))}
      </ul>
      {factsShown.length > 0 && (
        <>
          <h2 className="pt-8 pb-2 text-[17px] font-semibold">Facts</h2>
          <SameFacts facts={factsShown.filter(({ isSame }) => isSame)} />
          {factsShown
            .filter(({ isSame }) => !isSame)
            .map((row) => (
              <FactCard key={row.name} row={row} models={models} />
            ))}
        </>
      )}
      {sections.map((section) => (
        <Section key={section.title} section={section} models={models} onlyDifferences={onlyDifferences} />
      ))}
    </div>
  )
}

/** Cards: a screen of them, and what is drawn between two frames. */
const STEPS = { atOnce: 4, step: 8 }

function Section({
  section: { title, rows },
  models,
  onlyDifferences,
}: {
  section: Comparison['sections'][number]
  models: readonly ComparedModel[]
  onlyDifferences: boolean
}) {
  const { drawn, settled, isOpen, turn } = useSectionRows(rows, models.length === 1, STEPS)
  const card = (row: PropertyRow) => <PropertyCard key={row.path} row={row} models={models} />
  return (
    <section>
      <h2 className="pt-8 pb-2 text-[17px] font-semibold">{title}</h2>
      {rows.length === 0 && <p className="text-soft">Not known.</p>}
      {drawn.map(card)}
      {!onlyDifferences && settled.length > 0 && (
        <div className={CARD}>
          <SettledLine rows={settled} isOpen={isOpen} onTurn={turn} />
        </div>
      )}
      {!onlyDifferences && isOpen && settled.map(card)}
    </section>
  )
}

const CARD = 'mb-2.5 rounded-card border border-line bg-raised px-4 py-2.5 text-[13.5px]'
const PAIR = 'grid grid-cols-[8.5rem_minmax(0,1fr)] gap-x-3 border-t border-line py-1.5'

function SameFacts({ facts }: { facts: readonly FactRow[] }) {
  if (facts.length === 0) return null
  return (
    <dl className={CARD}>
      {facts.map(({ name, texts }) => (
        <div key={name} className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-x-3 py-0.5">
          <dt className="text-soft">{name}</dt>
          <dd className="wrap-anywhere first-letter:uppercase">{texts[0]}</dd>
        </div>
      ))}
    </dl>
  )
}

function FactCard({ row: { name, texts }, models }: { row: FactRow; models: readonly ComparedModel[] }) {
  return (
    <section className={CARD}>
      <h3 className="font-medium">
        {name}
        <span className="pl-2 font-normal text-soft">
          <span aria-hidden="true">≠ </span>differs
        </span>
      </h3>
      <dl className="mt-1.5">
        {models.map((model, place) => (
          <div key={model.id} className={PAIR}>
            <dt className="text-soft wrap-anywhere">{model.name}</dt>
            <dd className="wrap-anywhere first-letter:uppercase">{texts[place] || '–'}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const PropertyCard = memo(function PropertyCard({
  row,
  models,
}: {
  row: PropertyRow
  models: readonly ComparedModel[]
}) {
  const [first] = row.fields
  return (
    <section className={CARD}>
      <h3 className="sr-only">{row.name}</h3>
      <PropertyName row={row} models={models} />
      {row.isSettled && first ? (
        <CellLines field={first} row={row} />
      ) : (
        <dl className="mt-1.5">
          {models.map((model, place) => {
            const field = row.fields[place]
            return (
              <div key={model.id} className={PAIR}>
                <dt className="text-soft wrap-anywhere">{model.name}</dt>
                <dd>
                  {field ? <CellLines field={field} row={row} /> : <span className="text-quiet">none</span>}
                </dd>
              </div>
            )
          })}
        </dl>
      )}
    </section>
  )
})
