/** Fetches the code of the model page, ahead of need when someone points at a card. */
export async function loadModelPage() {
  const { ModelPage } = await import('./model/ModelPage.tsx')
  return { default: ModelPage }
}
