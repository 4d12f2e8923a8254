import type { Page } from '@playwright/test'
import type { CampaignMove } from '#lib/campaign/states.ts'
import { readMessages } from '#lib/text/messages.ts'
import { expect } from './browser-test.ts'
import { LANGUAGES, type Language } from './journey.ts'
import { enterConsole } from './organisers.ts'
import type { PageState } from './page-state.ts'

/** What readers see of a campaign that is not open; the last one leaves it open, as it was found. */
export const CAMPAIGN_STATES: PageState[] = [
  after('letter-paused', '', ['pause']),
  after('letter-closed', '', ['close']),
  after('embed-closed', '/embed', ['close']),
  after('embed-form-closed', '/embed/form', ['close']),
  after('soon', '/soon', ['conceal']),
  after('letter-open-again', '', ['pause', 'resume']),
]

/** A page as readers find it once an owner has made these moves with an open campaign. */
function after(name: string, path: string, moves: CampaignMove[]): PageState {
  return {
    name,
    path,
    open: async (page, language, site) => {
      await enterConsole(page, site, language)
      await page.goto(`/${language}/organisers/campaign`)
      for (const move of moves) await press(page, language, move)
      await page.context().clearCookies()
      await page.goto(`/${language}${path}`)
    },
  }
}

async function press(page: Page, language: Language, move: CampaignMove) {
  const words = readMessages(language).organisers.campaign
  if (move === 'pause') {
    for (const code of LANGUAGES) await page.locator(`#pause-${code}`).fill('Nous revenons.')
  }
  const button = page.getByRole('button', { name: words.moves[move].button, exact: true })
  await button.click()
  if (move === 'conceal') {
    // Where people have signed it is asked twice.
    const { moved, 'ask-again': again } = words.outcomes
    const answer = page.getByText(moved, { exact: true }).or(page.getByText(again, { exact: true }))
    if ((await answer.textContent()) === again) await button.click()
  }
  await expect(page.getByText(words.outcomes.moved, { exact: true })).toBeVisible()
}
