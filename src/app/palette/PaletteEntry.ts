/** What it says afterwards keeps the palette open to be read. */
type Run = () => void | Promise<string>

/** Something the palette leads to or does. */
export type PaletteEntry = {
  /** Unlike that of any other entry. */
  key: string
  group: PaletteGroup
  name: string
  /** Said behind the name, and searched too. */
  detail?: string
  /** Gives it a dot. */
  category?: string
  /** Other words people may look for. */
  alias?: string
} & ({ to: string } | { run: Run })

export const PALETTE_GROUPS = ['Models', 'Actions', 'Categories'] as const
export type PaletteGroup = (typeof PALETTE_GROUPS)[number]
