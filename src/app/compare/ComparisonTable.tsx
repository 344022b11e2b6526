/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/prefer-tag-over-role, jsx-a11y/no-interactive-element-to-noninteractive-role -- see ../browse/ModelTable.tsx */
import { memo } from 'react'
import { CellLines } from './CellLines.tsx'
import type { ComparedModelsProps } from './ComparedModels.tsx'
import type { ComparedModel, Comparison, FactRow, PropertyRow } from './compareModels.ts'
import { CompareModelHead } from './CompareModelHead.tsx'
import { PropertyName } from './PropertyName.tsx'
import { SettledLine } from './SettledLine.tsx'
import { useSectionRows } from './useSectionRows.ts'

/** The comparison as a table: a column for each model, a row for each property. */
export function ComparisonTable({ comparison, onlyDifferences, onRemove }: ComparedModelsProps) {
  const { models, facts, sections } = comparison
  return (
    <table role="table" data-comparison className="mt-8 block text-left text-[13.5px]">
      <caption className="sr-only">What the models take and return, property by property</caption>
      <thead role="rowgroup" className="sticky top-(--header-height) z-2 block bg-paper">
        <tr role="row" className={`${COLUMNS} border-b border-edge`}>
          <th role="columnheader" scope="col" className={HEAD}>
            <span className="sr-only">Property</span>
          </th>
          {models.map((model) => (
            <th key={model.id} role="columnheader" scope="col" className={HEAD}>
              <CompareModelHead model={model} onRemove={onRemove} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block">
        {facts
          .filter(({ isSame }) => !(onlyDifferences && isSame))
          .map((row) => (
            <FactLine key={row.name} row={row} models={models} />
          ))}
      </tbody>
      {sections.map((section) => (
        <Section key={section.title} section={section} models={models} onlyDifferences={onlyDifferences} />
      ))}
    </table>
  )
}

/** Rows: a screen of them, and what is drawn between two frames. */
const STEPS = { atOnce: 3, step: 6 }

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
  const line = (row: PropertyRow) => <PropertyLine key={row.path} row={row} models={models} />
  return (
    <tbody role="rowgroup" className="block">
      <tr role="row" className="block">
        <th
          role="rowheader"
          scope="rowgroup"
          colSpan={models.length + 1}
          className="block border-b border-line pt-9 pb-2 text-[17px] font-semibold"
        >
          {title}
          {rows.length === 0 && <span className="pl-3 text-[14px] font-normal text-soft">not known</span>}
        </th>
      </tr>
      {drawn.map(line)}
      {!onlyDifferences && settled.length > 0 && (
        <tr role="row" className="block">
          <td role="cell" colSpan={models.length + 1} className="block border-b border-line">
            <SettledLine rows={settled} isOpen={isOpen} onTurn={turn} />
          </td>
        </tr>
      )}
      {!onlyDifferences && isOpen && settled.map(line)}
    </tbody>
  )
}

const HEAD = 'pt-2 pb-3 pr-4'
/** Each row lays out its own cells, one beside the other and all of one width. */
const COLUMNS = 'grid auto-cols-fr grid-flow-col'
/**
 * Passed over while it is off screen: as the rows of one table they were all gone through with each frame of a scroll.
 */
const ROW = `${COLUMNS} border-b border-line [content-visibility:auto]`
const FACT_ROW = `${ROW} [contain-intrinsic-height:auto_2rem]`
const FACT_CELL = 'py-1.5 pr-4'
const PROPERTY_ROW = `${ROW} [contain-intrinsic-height:auto_6rem]`
const CELL = 'py-2.5 pr-4'

function FactLine({ row, models }: { row: FactRow; models: readonly ComparedModel[] }) {
  return (
    <tr role="row" className={FACT_ROW}>
      <th role="rowheader" scope="row" className={`${FACT_CELL} font-medium text-soft`}>
        {row.name}
        {!row.isSame && models.length > 1 && (
          <span className="pl-2 font-normal">
            <span aria-hidden="true">≠ </span>differs
          </span>
        )}
      </th>
      {models.map(({ id }, place) => (
        <td key={id} role="cell" className={`${FACT_CELL} wrap-anywhere first-letter:uppercase`}>
          {row.texts[place] === '' ? <Nothing /> : row.texts[place]}
        </td>
      ))}
    </tr>
  )
}

const PropertyLine = memo(function PropertyLine({
  row,
  models,
}: {
  row: PropertyRow
  models: readonly ComparedModel[]
}) {
  return (
    <tr role="row" className={PROPERTY_ROW}>
      <th role="rowheader" scope="row" className={`${CELL} font-normal`}>
        <PropertyName row={row} models={models} />
      </th>
      {models.map(({ id }, place) => {
        const field = row.fields[place]
        return (
          <td key={id} role="cell" className={`${CELL} ${field ? '' : 'text-quiet'}`}>
            {field ? <CellLines field={field} row={row} /> : <Nothing />}
          </td>
        )
      })}
    </tr>
  )
})

function Nothing() {
  return <span className="text-quiet before:content-['–'/'none']" />
}
