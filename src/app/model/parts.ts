import { lazyOrLoaded } from '#app/lazyOrLoaded.tsx'

export { CallPanels, CopyMarkdown, RequestPanel }

/** Fetches the code of all parts of the page that come after the schema. A page without one of them shows the others. */
export async function loadParts() {
  await Promise.all([loadCallPanels(), loadRequestPanel(), loadCopyMarkdown()])
}

const [CallPanels, loadCallPanels] = lazyOrLoaded(() =>
  import('./CallPanels.tsx').then(({ CallPanels }) => ({ default: CallPanels }), drawNothing),
)

const [RequestPanel, loadRequestPanel] = lazyOrLoaded(() =>
  import('./request/RequestPanel.tsx').then(({ RequestPanel }) => ({ default: RequestPanel }), drawNothing),
)

const [CopyMarkdown, loadCopyMarkdown] = lazyOrLoaded(() =>
  import('./CopyMarkdown.tsx').then(({ CopyMarkdown }) => ({ default: CopyMarkdown }), drawNothing),
)

function drawNothing() {
  return { default: () => null }
}
