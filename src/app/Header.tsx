import { lazy, Suspense, use, useState } from 'react'
import { Link } from 'react-router-dom'
import { Icon } from '#ui/Icon.tsx'
import { DialogContext } from './DialogContext.ts'
import { browsePath } from './links.ts'
import { loadMenu } from './loadAhead.ts'
import { SearchBox } from './SearchBox.tsx'
import { isApple } from './shortcuts.ts'
import { useIsHydrated } from './useIsHydrated.ts'
import { useCollection } from './yours/collection.ts'

const Menu = lazy(loadMenu)

/** Name, search and menu, on every page. */
export function Header() {
  const openDialog = use(DialogContext)
  const isHydrated = useIsHydrated()
  const [isMenuWanted, setIsMenuWanted] = useState(false)
  return (
    <header className="sticky top-0 z-20 flex h-(--header-height) items-center gap-2 border-b border-line bg-paper px-4 sm:gap-4 sm:px-6">
      <a
        href="#content"
        className="skip-link button"
        onClick={(event) => {
          // The fragment belongs to the model page, where it names what is shown.
          event.preventDefault()
          document.getElementById('content')?.focus()
        }}
      >
        Skip to content
      </a>
      <Link
        to="/"
        className="flex shrink-0 items-center gap-2.5 font-semibold pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center max-sm:pointer-coarse:-ml-3"
      >
        <img src="/icon.svg" alt="" width="20" height="20" />
        <span className="max-sm:sr-only">Model browser</span>
      </Link>
      <div className="flex min-w-0 grow justify-center">
        <SearchBox />
      </div>
      <SavedLink />
      <button type="button" className="button max-lg:hidden" onClick={() => openDialog('palette')}>
        Go to{' '}
        <kbd className="font-mono text-[12px] font-normal text-quiet">
          {isHydrated && isApple() ? '⌘' : 'Ctrl'} K
        </kbd>
      </button>
      <button
        type="button"
        className="button w-9 shrink-0 px-0 pointer-coarse:w-11"
        popoverTarget="menu"
        aria-label="Menu"
      >
        <Icon name="menu" />
      </button>
      <div
        id="menu"
        popover="auto"
        className="floating inset-auto top-15 right-4 m-0 w-72 text-[14px] sm:right-6"
        onBeforeToggle={() => setIsMenuWanted(true)}
      >
        <Suspense>{isMenuWanted && <Menu />}</Suspense>
      </div>
    </header>
  )
}

function SavedLink() {
  const { length } = useCollection('favourites')
  return (
    <Link
      to={browsePath({ mine: 'favourites' })}
      aria-label={`Saved models: ${length}`}
      className="button pointer-coarse:min-w-11 max-sm:px-2"
    >
      <Icon name="star" />
      <span className="max-sm:hidden">Saved</span>
      {length > 0 && (
        <span className="rounded border border-line px-1.5 font-mono text-[12px] font-normal text-quiet max-sm:hidden">
          {length}
        </span>
      )}
    </Link>
  )
}
