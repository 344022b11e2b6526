import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { use } from 'react'
import { Link } from 'react-router-dom'
import { Icon } from '#ui/Icon.tsx'
import { Switch } from '#ui/Switch.tsx'
import { DialogContext } from './DialogContext.ts'
import { formatDate, formatNumber } from './format.ts'
import { historyQueries } from './historyQueries.ts'
import { browsePath } from './links.ts'
import { modelQueries } from './queries.ts'
import { ReadersKey } from './ReadersKey.tsx'
import { useAutomaticLoading } from './useAutomaticLoading.ts'
import { THEMES, useTheme } from './useTheme.ts'
import { useLastVisit } from './yours/lastVisit.ts'

/** Holds what others put into a footer, which an endless list would never let one reach. */
export function Menu() {
  const [theme, chooseTheme] = useTheme()
  const [loadsByItself, turnAutomaticLoading] = useAutomaticLoading()
  return (
    <>
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
      <Switch isOn={loadsByItself} onTurn={turnAutomaticLoading} className="mt-3">
        Load more while scrolling
      </Switch>
      <Yours />
      <LiveKey />
      <About />
    </>
  )
}

function Yours() {
  const lastVisit = useLastVisit()
  const openDialog = use(DialogContext)
  return (
    <nav aria-label="Yours" className="-mx-2 mt-3 border-t border-line pt-3">
      {/* Where the header has no room for it. */}
      <button
        type="button"
        className="flex w-full rounded-md px-2 py-1.5 text-left hover:bg-sunken lg:hidden pointer-coarse:py-3"
        onClick={() => {
          document.getElementById('menu')?.hidePopover()
          openDialog('palette')
        }}
      >
        Go to any model, category or action
      </button>
      <MenuLink to={browsePath({ mine: 'favourites' })}>Saved</MenuLink>
      <MenuLink to={browsePath({ mine: 'recent' })}>Recently opened</MenuLink>
      <MenuLink to="/compare">Compare models</MenuLink>
      {lastVisit !== undefined && (
        <MenuLink to={browsePath({ mine: 'changed' })}>New or changed since your last visit</MenuLink>
      )}
    </nav>
  )
}

function MenuLink({ to, children }: { to: string; children: string }) {
  return (
    <Link
      to={to}
      className="flex rounded-md px-2 py-1.5 hover:bg-sunken pointer-coarse:py-3"
      onClick={() => document.getElementById('menu')?.hidePopover()}
    >
      {children}
    </Link>
  )
}

/** Only a live endpoint knows its readers, and not behind a server that has keys of its own. */
function LiveKey() {
  const { data: facets } = useQuery(modelQueries.facets({}))
  return facets?.source.takes_keys && <ReadersKey />
}

function About() {
  const { data: facets } = useQuery(modelQueries.facets({}))
  const { isSuccess: hasHistory } = useInfiniteQuery(historyQueries.changes({}))
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
        {hasHistory && (
          <li>
            <Link
              to="/changes"
              className="block rounded-md px-2 py-1.5 hover:bg-sunken pointer-coarse:py-3"
              onClick={() => document.getElementById('menu')?.hidePopover()}
            >
              Changes
            </Link>
          </li>
        )}
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
