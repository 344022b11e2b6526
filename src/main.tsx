import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router-dom'
import { loadModelPage } from '#app/loadAhead.ts'
import { createQueryClient } from '#app/queries.ts'
import { AppRoutes } from '#app/routes.tsx'
import './styles.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

const queryClient = createQueryClient()

const app = (
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      {/* In one go: in slices, between which the old page is painted again, a new result takes twice as long. */}
      <BrowserRouter useTransitions={false}>
        <AppRoutes />
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>
)

const answer = document.getElementById('answer')?.textContent
if (answer) {
  // Where its code cannot be had, the page stays as it was drawn: to be read, and with links that lead on.
  void loadModelPage().then(({ takeAnswer }) => {
    takeAnswer(queryClient, answer)
    hydrateRoot(root, app)
  })
} else createRoot(root).render(app)

// There is nothing to keep before something has been shown.
void import('#app/keepAnswers.ts').then(({ keepAnswers }) => keepAnswers(queryClient))
