import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router-dom'
import { Icon } from '#ui/Icon.tsx'
import { formatDate, formatNumber } from './format.ts'
import { modelQueries } from './queries.ts'
import { SearchBox } from './SearchBox.tsx'
import { THEMES, useTheme } from './useTheme.ts'

/** Name, search and menu, on every page. */
export function Header() {
  return (
    <header className="sticky top-0 z-20 flex h-(--header-height) items-center gap-4 border-b border-line bg-paper px-4 sm:px-6">
      <a
        href="#content"
        className="button absolute top-2 left-2 z-30 -translate-y-20 focus-visible:translate-y-0"
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
        className="flex shrink-0 items-center gap-2.5 font-semibold pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center"
      >
        <img src="/icon.svg" alt="" width="20" height="20" />
        <span className="max-sm:sr-only">Model browser</span>
      </Link>
      <div className="flex grow justify-center">
        <SearchBox />
      </div>
      <Menu />
    </header>
  )
}

/** Holds what others put into a footer, which an endless list would never let one reach. */
function Menu() {
  const [theme, chooseTheme] = useTheme()
  return (
    <>
      <button
        type="button"
        className="button w-9 px-0 pointer-coarse:w-11"
        popoverTarget="menu"
        aria-label="Menu"
      >
        <Icon name="menu" />
      </button>
      <div
        id="menu"
        popover="auto"
        className="fixed inset-auto top-15 right-4 m-0 w-72 rounded-card border border-line bg-raised p-4 text-[14px] text-ink shadow-xl sm:right-6"
      >
        <fieldset>
          <legend className="mb-2 font-medium">Appearance</legend>
          <div className="flex rounded-lg bg-sunken p-1">
            {THEMES.map((choice) => (
              <label
                key={choice}
                className="grow cursor-pointer rounded-md px-2 py-1 text-center text-soft capitalize has-checked:bg-raised has-checked:font-medium has-checked:text-ink has-checked:shadow-sm has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:py-2.5"
              >
                <input
                  type="radio"
                  name="theme"
                  value={choice}
                  checked={theme === choice}
                  onChange={() => chooseTheme(choice)}
                  className="sr-only"
                />
                {choice}
              </label>
            ))}
          </div>
        </fieldset>
        <About />
      </div>
    </>
  )
}

function About() {
  const { data: facets } = useQuery(modelQueries.facets({}))
  return (
    <div className="mt-4 space-y-2 border-t border-line pt-4 text-soft">
      {facets && (
        <p>
          {formatNumber(facets.total)} models from{' '}
          {facets.source.kind === 'embedded' ? 'the embedded catalogue' : 'the live endpoint'}:{' '}
          {facets.source.name}, as of {formatDate(facets.source.as_of)}.
        </p>
      )}
      <ul className="-mx-2 text-ink">
        {[
          { href: '/v1/openapi.json', text: 'API description' },
          { href: '/licenses.md', text: 'Licences' },
        ].map(({ href, text }) => (
          <li key={href}>
            <a
              href={href}
              className="flex items-center justify-between rounded-md px-2 py-1.5 hover:bg-sunken pointer-coarse:py-3"
            >
              {text} <Icon name="external" className="text-quiet" />
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
