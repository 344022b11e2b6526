/** Puts text on the clipboard. Throws where the browser does not allow it. */
export async function copyText(text: string) {
  // Missing where a page was served without TLS from another machine.
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  const area = document.createElement('textarea')
  area.value = text
  area.setAttribute('readonly', '')
  area.style.position = 'fixed'
  area.style.opacity = '0'
  const before = document.activeElement
  // Beside what has the focus: outside a modal dialog nothing can be selected.
  ;(before?.closest('dialog') ?? document.body).append(area)
  area.select()
  // Deprecated, and the only way there.
  const copied = document.execCommand('copy')
  area.remove()
  if (before instanceof HTMLElement) before.focus()
  if (!copied) throw new Error('The browser does not allow copying')
  return undefined
}
