import { createContext, type ReactNode } from 'react'
import type { ControlProps } from './ControlProps.ts'

/** Draws the control of a field, for the controls that contain others. */
export const ControlContext = createContext<(props: ControlProps) => ReactNode>(() => null)
