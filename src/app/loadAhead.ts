/** Fetches the code of the model page, ahead of need when someone points at a card. */
export async function loadModelPage() {
  const { ModelPage } = await import('./model/ModelPage.tsx')
  return { default: ModelPage }
}

/** Fetches the code of the menu. A menu that cannot be had is empty: the page around it matters more. */
export async function loadMenu() {
  const { Menu } = await import('./Menu.tsx').catch(() => ({ Menu: () => null }))
  return { default: Menu }
}

/** Fetches the code of the palette. */
export async function loadPalette() {
  return (await import('./palette/Palette.tsx')).Palette
}

/** Fetches what is likely to be wanted next, so that it opens at once, and also when the network is gone by then. */
export async function loadAhead() {
  await Promise.allSettled([loadModelPage(), loadMenu(), loadPalette()])
}
