import { getMessages, getTranslations } from 'next-intl/server'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { SenderFindings } from '#components/organisers/settings/SenderFindings.tsx'
import { Button } from '#components/ui/Button.tsx'
import { languages } from '#lib/content/languages.ts'
import { env } from '#lib/env/env.ts'
import { sendsMails } from '#lib/overview/first-steps/read-first-steps.ts'
import { readMessages } from '#lib/text/messages.ts'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { sendTestMailAction } from '../actions.ts'
import { PartPage } from '../part-page.tsx'
import { senderSentences } from './sender-sentences.ts'

export const generateMetadata = unlistedPage(
  messages => messages.organisers.firstSteps.steps.mail.title,
)

/** Who e-mails come from, a test mail, and what the DNS says of the sender. */
export default async function MailSettingsPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/settings/mail'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('write-content', locale)
  const [{ organisers }, t, query] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.settings.sender' }),
    searchParams,
  ])
  const words = organisers.settings.sender
  const selector = typeof query.selector === 'string' ? query.selector : ''
  const names = {
    id: 'names',
    fields: languages().map(language => ({
      name: `mailSender-${language}`,
      lang: language,
      label: t('name', { language: readMessages(language).site.languageName }),
    })),
  }
  const from = sendsMails() ? t('from', { address: env.MAIL_FROM ?? '' }) : words.kept
  return (
    <PartPage
      locale={locale}
      organiser={organiser}
      name="mail"
      searchParams={searchParams}
      groups={() => [names]}
    >
      <WorkSection id="test" title={words.test.heading} lead={from}>
        <form action={sendTestMailAction.bind(null, locale)}>
          <Button type="submit" look="quiet">
            {t('test.button', { address: organiser.email })}
          </Button>
        </form>
      </WorkSection>
      <SenderFindings
        sentences={query.dns ? await senderSentences(locale, selector) : null}
        selector={selector}
        words={words.dns}
      />
    </PartPage>
  )
}
