import { currentPlace } from '#app/currentPlace.ts'
import { linkForOthers } from '#app/yours/linkForOthers.ts'
import { CopyButton } from '#ui/CopyButton.tsx'
import { Icon } from '#ui/Icon.tsx'

/** Some screens down: the way back to the top, and a link to just this place. */
export function PlaceButtons() {
  return (
    <div className="fixed right-4 bottom-[calc(var(--tray-height)+1rem)] z-10 flex gap-2 sm:right-6 sm:bottom-[calc(var(--tray-height)+1.5rem)]">
      <CopyButton
        text={() => linkForOthers() + placeFragment()}
        icon="link"
        className="button rounded-full shadow-lg"
      >
        Link to this place
      </CopyButton>
      <button
        type="button"
        className="button rounded-full shadow-lg"
        onClick={() => {
          // At once: to fly past a thousand cards takes long, and makes some readers dizzy.
          window.scrollTo({ top: 0, behavior: 'instant' })
          document.getElementById('content')?.focus({ preventScroll: true })
        }}
      >
        <Icon name="up" />
        Back to top
      </button>
    </div>
  )
}

/** The fragment that leads back to where the reader is; empty on the first screen. */
function placeFragment(): string {
  const { anchor, scrollY } = currentPlace()
  if (anchor === undefined || scrollY < window.innerHeight) return ''
  return `#${anchor.split('/').map(encodeURIComponent).join('/')}`
}
