import type { Page } from '@playwright/test'
import { readLetter } from '#lib/content/letter.ts'
import { readMessages } from '#lib/text/messages.ts'
import { aCrowd } from '../people/factories/crowd.ts'
import { anOrganisationSignature, aSignature } from '../people/factories/signature.ts'
import type { Site } from '../site/browser-site.ts'
import { withEarlierLetter } from '../site/earlier-letter.ts'
import { ADDRESS_STATES } from './address-pages.ts'
import { expect } from './browser-test.ts'
import { CAMILLE, type Language, mailTo, sign } from './journey.ts'
import { decideOn, enterConsole, expectNoneLeft, rowOf } from './organisers.ts'
import { at, type PageState } from './page-state.ts'
import { askForLink, magicLinkIn, notMeLinkIn, openOwnSignature } from './self-service.ts'

/** Cookies that some of these pages need. */
export const SESSION_COOKIES = ['my-signature', 'organiser']

/** Pages of those who own a signature, report one or look at them, in every state. */
export const OWN_PAGE_STATES: PageState[] = [
  { name: 'my-signature-ask', path: '/my-signature', open: openAsk },
  { name: 'my-signature-ask-wrong', path: '/my-signature', open: openAskWrong },
  at('my-signature-sent', '/my-signature/sent'),
  { name: 'my-signature-open', path: '/my-signature/open', open: openOpen },
  { name: 'my-signature', path: '/my-signature', open: openOwn },
  { name: 'my-signature-organisation', path: '/my-signature', open: openOwnOrganisation },
  { name: 'my-signature-with-errors', path: '/my-signature', open: openOwnWithErrors },
  at('my-signature-not-valid', '/my-signature/not-valid'),
  at('my-signature-withdrawn', '/my-signature/withdrawn'),
  ...ADDRESS_STATES,
  { name: 'not-me', path: '/not-me', open: openNotMe },
  at('not-me-erased', '/not-me/erased'),
  at('not-me-not-valid', '/not-me/not-valid'),
  at('code', '/confirm'),
  { name: 'code-wrong', path: '/sign/check-your-mail', open: openCodeWrong },
  at('confirm-withdrawn', '/confirm/withdrawn'),
  { name: 'report', path: '/signatories/report', open: openReport },
  at('report-thanks', '/signatories/report/thanks'),
  at('statements-empty', '/statements'),
  { name: 'statements', path: '/statements', open: openStatements },
  { name: 'letter-with-organisations', path: '', open: openLetterWithOrganisations },
  { name: 'organisers-closed', path: '/organisers/sign-in', open: openOrganisersClosed },
  at('organisers-not-valid', '/organisers/sign-in'),
  { name: 'organisers', path: '/organisers/signatures', open: openOrganisers },
  { name: 'organisers-to-look-at', path: '/organisers/signatures', open: openOrganisersToLookAt },
  { name: 'reconfirm', path: '/extend', open: openReconfirm },
  at('reconfirmed', '/extend/extended'),
  at('reconfirm-not-valid', '/extend/not-valid'),
  { name: 'version', path: '/versions/any', open: openVersion },
]

async function openAsk(page: Page, language: Language) {
  await page.context().clearCookies()
  await page.goto(`/${language}/my-signature`)
}

async function openAskWrong(page: Page, language: Language) {
  await openAsk(page, language)
  const { ask } = readMessages(language).selfService
  await page.getByRole('textbox', { name: ask.email }).fill('camille@')
  await page.getByRole('button', { name: ask.button }).click()
  await expect(page.getByRole('main')).toContainText(ask.invalid)
}

async function openOpen(page: Page, language: Language, site: Site) {
  const { email } = await insertCamille(site, language)
  await askForLink(page, { email, language })
  await page.goto(magicLinkIn(await mailTo(site, email)))
}

async function openOwn(page: Page, language: Language, site: Site) {
  const { email } = await insertCamille(site, language)
  await openOwnSignature(page, site, { email, language })
}

async function openOwnOrganisation(page: Page, language: Language, site: Site) {
  const hospital = anOrganisationSignature({
    email: anyAddress(),
    locale: language,
    letterVersion: readLetter(language).version,
    website: 'https://hopital.example/',
    status: 'held',
    holdReasons: ['organisation_double'],
  })
  await site.database.insert([hospital])
  await openOwnSignature(page, site, { email: hospital.email, language })
}

async function openOwnWithErrors(page: Page, language: Language, site: Site) {
  const { selfService, form } = readMessages(language)
  await openOwn(page, language, site)
  await page.getByRole('textbox', { name: form.name.label }).fill('')
  await page.getByRole('button', { name: selfService.save, exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: form.summary })).toBeFocused()
}

async function openNotMe(page: Page, language: Language, site: Site) {
  const email = anyAddress()
  await sign(page, { ...CAMILLE, email, language })
  await page.goto(notMeLinkIn(await mailTo(site, email)))
}

async function openCodeWrong(page: Page, language: Language) {
  const { code: words } = readMessages(language).checkMail
  await page.goto(`/${language}/sign/check-your-mail`)
  await page.getByRole('textbox', { name: words.email }).fill('nobody@example.org')
  await page.getByRole('textbox', { name: words.code }).fill('000000')
  await page.getByRole('button', { name: words.button }).click()
  await expect(page.getByRole('textbox', { name: words.code })).toBeFocused()
  await expect(page.locator('[aria-invalid=true]')).toHaveCount(1)
}

async function openReport(page: Page, language: Language, site: Site) {
  const { id } = await insertCamille(site, language)
  await page.goto(`/${language}/signatories/report?id=${id}`)
}

async function openStatements(page: Page, language: Language, site: Site) {
  const statement = 'Parce qu’un hôpital n’est pas une cible.\nJamais.'
  await site.database.insert([
    aSignature({ statement, statementStatus: 'approved' }),
    anOrganisationSignature({ statement: 'W'.repeat(280), statementStatus: 'approved' }),
  ])
  await page.goto(`/${language}/statements`)
}

async function openLetterWithOrganisations(page: Page, language: Language, site: Site) {
  await openOrganisersToLookAt(page, language, site)
  const crowd = Array.from(aCrowd(60), each =>
    each.statement ? { ...each, statementStatus: 'approved' as const } : each,
  )
  await site.database.insert(crowd)
  const { release } = readMessages(language).organisers.signatures.acts
  await decideOn(rowOf(page, 'Hôpital Saint-Louis'), release)
  await expectNoneLeft(page, language)
  await page.goto(`/${language}`)
  await expect(page.locator('#organisations')).toContainText('Hôpital Saint-Louis')
  await page.locator('#countries summary').click()
}

async function openOrganisersClosed(page: Page, language: Language) {
  await page.context().clearCookies()
  await page.goto(`/${language}/organisers`)
}

async function openOrganisers(page: Page, language: Language, site: Site) {
  await enterConsole(page, site, language)
}

async function openOrganisersToLookAt(page: Page, language: Language, site: Site) {
  const reported = aSignature({ statement: 'Soigner, toujours.', statementStatus: 'waiting' })
  await site.database.insert([
    anOrganisationSignature({
      website: 'https://hopital.example/',
      status: 'held',
      holdReasons: ['organisation_unverified', 'organisation_double'],
    }),
    reported,
  ])
  await site.database.run(
    `INSERT INTO name_report (id, signature_id, reason, network_hash)
    VALUES (gen_random_uuid(), $1, 'not-real', '')`,
    reported.id,
  )
  await enterConsole(page, site, language)
}

async function openReconfirm(page: Page, language: Language, site: Site) {
  await withEarlierLetter(site, language, async letterVersion => {
    const camille = aSignature({ email: anyAddress(), locale: language, letterVersion })
    await site.database.insert([camille])
    await openOwnSignature(page, site, { email: camille.email, language })
    await page.goto(`/${language}/extend`)
  })
}

async function openVersion(page: Page, language: Language) {
  await page.goto(`/${language}/versions/${readLetter(language).version}`)
}

async function insertCamille(site: Site, language: Language) {
  const camille = aSignature({
    email: anyAddress(),
    locale: language,
    letterVersion: readLetter(language).version,
    organisation: 'Hôpital Saint-Louis',
    role: 'Infirmière',
    statement: 'Soigner, toujours.',
    statementStatus: 'waiting',
  })
  await site.database.insert([camille])
  return camille
}

/** The mailbox may hold mails of an earlier page of the same test: each story has its own. */
function anyAddress() {
  return `${crypto.randomUUID()}@example.org`
}
