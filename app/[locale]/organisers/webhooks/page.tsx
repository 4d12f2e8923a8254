import { getMessages, getTranslations } from 'next-intl/server'
import list from '#components/organisers/account/SessionList.module.css'
import { Notice } from '#components/organisers/common/Notice.tsx'
import work from '#components/organisers/common/Work.module.css'
import { WebhookCard } from '#components/organisers/webhooks/WebhookCard.tsx'
import { ShortForm } from '#components/ui/ShortForm.tsx'
import { listWebhooks } from '#lib/webhooks/list-webhooks.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { organiserWhoMay } from '../access.ts'
import { ConsolePage } from '../console-page.tsx'
import { formatterIn } from '../formatter.ts'
import {
  addWebhookAction,
  enableWebhookAction,
  removeWebhookAction,
  testWebhookAction,
} from './actions.ts'

export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.webhooks)

/** Which systems of the organisers' own are told what becomes of signatures. */
export default async function WebhooksPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/webhooks'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('run-campaign', locale)
  const { webhooks: words, copy } = (await getMessages({ locale })).organisers
  const [webhooks, t, format] = await Promise.all([
    listWebhooks(),
    getTranslations({ locale, namespace: 'organisers.webhooks' }),
    formatterIn(locale),
  ])
  const time = (moment: Date) =>
    format.dateTime(moment, { dateStyle: 'medium', timeStyle: 'medium' })
  return (
    <ConsolePage locale={locale} organiser={organiser} section="webhooks" lead={words.lead}>
      <Notice code={(await searchParams).notice} words={words.outcomes} />
      {webhooks.length === 0 && <p>{words.none}</p>}
      <ul className={list.list}>
        {webhooks.map(({ failingSince, waiting, messages, ...webhook }) => (
          <WebhookCard
            key={webhook.id}
            webhook={webhook}
            state={
              webhook.disabledAt
                ? t('states.off', { since: time(webhook.disabledAt) })
                : failingSince
                  ? t('states.failing', { since: time(failingSince) })
                  : words.states.on
            }
            waiting={t('waiting', { count: waiting })}
            messages={messages.map(message => ({ ...message, time: time(message.occurredAt) }))}
            actions={{
              test: testWebhookAction.bind(null, locale),
              enable: enableWebhookAction.bind(null, locale),
              remove: removeWebhookAction.bind(null, locale),
            }}
            words={words}
          />
        ))}
      </ul>
      <section className={work.work}>
        <h2>{words.add.title}</h2>
        <p className={work.lead}>{words.add.lead}</p>
        <ShortForm
          id="webhook"
          action={addWebhookAction.bind(null, locale)}
          fields={[
            { name: 'url', label: words.add.label, hint: words.add.hint, autoComplete: 'off' },
          ]}
          button={words.add.button}
          copy={copy}
        />
      </section>
    </ConsolePage>
  )
}
