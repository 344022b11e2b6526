import { Switch } from '#ui/Switch.tsx'
import type { ControlProps } from './ControlProps.ts'
import { idOf } from './idOf.ts'

/** On or off. */
export function BooleanControl({ value, path, onChange, labelledBy, describedBy }: ControlProps) {
  return (
    <Switch
      id={idOf(path)}
      labelledBy={labelledBy}
      describedBy={describedBy}
      isOn={value === true}
      onTurn={(state) => onChange(state === 'on')}
      className="w-fit min-h-8 flex-row-reverse gap-2.5"
    >
      <span className="font-mono text-[13px] text-soft">
        {value === undefined ? 'not set' : JSON.stringify(value)}
      </span>
    </Switch>
  )
}
