import type { Page } from '@playwright/test'
import { readMessages } from '#lib/text/messages.ts'
import { expectNoBarriers } from '../support/checks/accessibility.ts'
import { expect, test } from '../support/pages/browser-test.ts'
import { CAMILLE, mailsTo, mailTo } from '../support/pages/journey.ts'
import { enterConsole, expectNotice, press } from '../support/pages/organisers.ts'
import { NEWS } from '../support/people/broadcast-texts.ts'
import { aSignature } from '../support/people/factories/signature.ts'

const ORGANISER = 'organiser@example.org'
const KARIM = '11111111-1111-4111-8111-111111111111'

for (const { language, javaScriptEnabled } of [
  { language: 'fr', javaScriptEnabled: false },
  { language: 'en', javaScriptEnabled: true },
] as const) {
  const { organisers, unsubscribe } = readMessages(language)
  const words = organisers.broadcasts

  test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled, cookiesLeft: ['organiser'] })

    test('Lucie writes, tests, has it approved, sends it; Camille stops the news', async ({
      page,
      site,
    }) => {
      await site.database.insert([
        aSignature({ email: CAMILLE.email, wantsUpdates: true, locale: CAMILLE.language }),
        aSignature({ wantsUpdates: false }),
      ])
      await enterConsole(page, site, language)
      await site.database.run(
        `INSERT INTO campaign_setting (key, value) VALUES ('broadcastsNeedApproval', 'true')`,
      )
      await page.goto(`/${language}/organisers/broadcasts`)
      await expect(page.getByRole('main')).toContainText(words.frequency.never)
      await press(page, words.begin)
      await write(page, { ...NEWS, fr: { ...NEWS.fr, body: '<b>Elle</b> répondra.' } })
      await expect(page.getByRole('main')).toContainText(
        words.mistakes.markdown.split('{')[0] ?? '',
      )
      await write(page, NEWS)
      await expectNotice(page, words.outcomes.written)
      if (javaScriptEnabled) await expectNoBarriers(page)

      await press(page, words.send.test)
      await expectNotice(page, words.outcomes.tested)
      await mailTo(site, ORGANISER, 2)
      const html = page.getByRole('link', { name: words.preview.html }).first()
      const preview = await page.request.get((await html.getAttribute('href')) ?? '')
      expect(await preview.text()).toContain('<strong>avant l’été</strong>')

      await press(page, words.send.start)
      await expectNotice(page, words.outcomes['needs-approval'])
      await press(page, words.send.ask)
      await expectNotice(page, words.outcomes.asked)
      await site.database.run(
        'UPDATE approval SET is_approved = true, decided_at = now(), decided_by_id = $1::uuid',
        KARIM,
      )
      await press(page, words.send.start)
      await expectNotice(page, words.outcomes.started)
      const { subject, text } = await mailTo(site, CAMILLE.email)
      expect(subject).toBe(NEWS[CAMILLE.language].subject)
      await page.reload()
      await expect(page.getByRole('main')).toContainText(words.statuses.done)
      if (javaScriptEnabled) await expectNoBarriers(page)

      const [stop = ''] = /http\S+\/unsubscribe\S+/.exec(text) ?? []
      await page.goto(stop.replace(`/${CAMILLE.language}/`, `/${language}/`))
      if (javaScriptEnabled) await expectNoBarriers(page)
      expect(await site.database.signatureOf(CAMILLE.email)).toMatchObject({ wantsUpdates: true })
      await press(page, unsubscribe.button)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(unsubscribe.done.title)
      expect(await site.database.signatureOf(CAMILLE.email)).toMatchObject({ wantsUpdates: false })
      expect(mailsTo(site, CAMILLE.email)).toHaveLength(1)
    })

    test('the privacy notice has changed: Lucie tells whoever signed, with or without a wish for news', async ({
      page,
      site,
    }) => {
      await site.database.insert([
        aSignature({ email: CAMILLE.email, wantsUpdates: false, locale: CAMILLE.language }),
      ])
      await site.database.run('DELETE FROM privacy_notice')
      await site.database.run(
        "INSERT INTO privacy_notice (version, recorded_at) VALUES ('a former page', '2026-05-01')",
      )
      await enterConsole(page, site, language)
      await page.goto(`/${language}/organisers/broadcasts`)
      await expect(page.getByRole('heading', { name: words.privacy.title })).toBeVisible()
      if (javaScriptEnabled) await expectNoBarriers(page)
      await press(page, words.privacy.tell)
      await expect(page.getByRole('main')).toContainText(words.privacy.fact)
      await expect(page.getByRole('combobox')).toHaveCount(0)
      await write(page, NEWS)
      if (javaScriptEnabled) await expectNoBarriers(page)
      await press(page, words.send.start)
      await expectNotice(page, words.outcomes.started)
      const { text } = await mailTo(site, CAMILLE.email)
      expect(text).toContain(`/${CAMILLE.language}/privacy`)
      expect(text).not.toContain('/unsubscribe')
      await page.goto(`/${language}/organisers/broadcasts`)
      await expect(page.getByRole('heading', { name: words.privacy.title })).toHaveCount(0)
    })

    test('Lucie pauses a message to many, and cancels it', async ({ page, site }) => {
      await site.database.insert(
        Array.from({ length: 40 }, () => aSignature({ wantsUpdates: true })),
      )
      await site.database.run(
        `INSERT INTO campaign_setting (key, value) VALUES ('broadcastMailsPerHour', '60')`,
      )
      await enterConsole(page, site, language)
      await page.goto(`/${language}/organisers/broadcasts`)
      await press(page, words.begin)
      await write(page, NEWS)
      await press(page, words.send.start)
      await press(page, words.progress.moves.pause)
      await expect(page.getByRole('main')).toContainText(words.statuses.paused)
      await press(page, words.progress.moves.resume)
      await press(page, words.progress.moves.cancel)
      await expect(page.getByRole('main')).toContainText(words.statuses.cancelled)
      await expect(page.getByRole('button', { name: words.progress.moves.resume })).toHaveCount(0)
    })
  })

  async function write(page: Page, texts: typeof NEWS) {
    for (const written of ['fr', 'en'] as const) {
      const group = page.getByRole('group', { name: readMessages(written).site.languageName })
      await group.getByRole('textbox', { name: words.form.subject }).fill(texts[written].subject)
      await group.getByRole('textbox', { name: words.form.body }).fill(texts[written].body)
    }
    await press(page, words.form.save)
    await expectNotice(page, words.outcomes.written)
  }
}
