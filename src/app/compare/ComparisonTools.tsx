import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Icon } from '#ui/Icon.tsx'
import { saveFile } from '#ui/saveFile.ts'
import { Switch } from '#ui/Switch.tsx'
import type { Comparison } from './compareModels.ts'
import { type ComparisonFormat, writeComparison } from './writeComparison.ts'

const FILES: { format: ComparisonFormat; name: string; type: string; extension: string }[] = [
  { format: 'markdown', name: 'Markdown', type: 'text/markdown', extension: 'md' },
  { format: 'csv', name: 'CSV', type: 'text/csv', extension: 'csv' },
  { format: 'json', name: 'JSON', type: 'application/json', extension: 'json' },
]

/** How the comparison is shown, and the ways to take it away. */
export function ComparisonTools({ comparison }: { comparison: Comparison }) {
  const { search, hash } = useLocation()
  const navigate = useNavigate()
  const params = new URLSearchParams(search)
  const isInUrl = params.get('show') === 'differences'
  // The URL follows in its own time: until then a switch that only mirrored it would spring back.
  const [turned, setTurned] = useState({ isOn: isInUrl, isInUrl })
  if (turned.isInUrl !== isInUrl) setTurned({ isOn: isInUrl, isInUrl })

  function turn(state: 'on' | 'off') {
    setTurned({ isOn: state === 'on', isInUrl })
    if (state === 'on') params.set('show', 'differences')
    else params.delete('show')
    void navigate({ search: params.toString(), hash }, { replace: true })
  }

  return (
    <div className="flex grow flex-wrap items-center justify-end gap-2 max-lg:justify-start">
      <Switch isOn={turned.isOn} onTurn={turn} className="mr-3 min-h-9 gap-2.5 text-[14px]">
        Show only differences
      </Switch>
      <CopyButton text={() => location.href} icon="link">
        Copy link
      </CopyButton>
      <CopyButton text={() => writeComparison(comparison, 'markdown')} name="Copy as Markdown">
        Copy Markdown
      </CopyButton>
      {FILES.map(({ format, name, type, extension }) => (
        <button
          key={format}
          type="button"
          className="button"
          aria-label={`Save as ${name}`}
          onClick={() => saveFile(`comparison.${extension}`, writeComparison(comparison, format), type)}
        >
          <Icon name="download" />
          {name}
        </button>
      ))}
    </div>
  )
}
