/** Moves the focus to what is about to be drawn: an element or a group of the name, or else the next of the names. */
export function focusSoon(...ids: string[]) {
  let tries = 0
  const look = () => {
    tries += 1
    const found = ids.slice(0, tries < TRIES ? 1 : undefined).map(find)
    const element = found.find((each) => each !== undefined)
    if (element !== undefined) element.focus()
    else if (tries < TRIES) setTimeout(look, PAUSE)
  }
  setTimeout(look)
}

const TRIES = 6
const PAUSE = 20

function find(id: string): HTMLElement | undefined {
  const group = document.getElementById(`${id}:group`)
  return document.getElementById(id) ?? group?.querySelector<HTMLElement>(CONTROLS) ?? group ?? undefined
}

const CONTROLS = 'input:not([type=range]), textarea, select'
