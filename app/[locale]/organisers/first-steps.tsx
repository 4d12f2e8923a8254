import { getMessages, getTranslations } from 'next-intl/server'
import { FirstSteps } from '#components/organisers/overview/FirstSteps.tsx'
import { Panel } from '#components/organisers/overview/Panel.tsx'
import { Button } from '#components/ui/Button.tsx'
import type { Organiser } from '#lib/access/organiser.ts'
import { may } from '#lib/access/roles.ts'
import {
  type FirstStep,
  type FirstStepName,
  readFirstSteps,
} from '#lib/overview/first-steps/read-first-steps.ts'
import { readSettings } from '#lib/settings/settings.ts'
import { acceptStepAction, putAwayFirstStepsAction } from './settings/actions.ts'

/** Where each step is made, below `/organisers`. */
const PLACES: Record<FirstStepName, string> = {
  letter: 'letter',
  identity: 'settings/identity',
  languages: 'settings/languages',
  look: 'settings/look',
  firstSignatories: 'settings/first-signatories',
  categories: 'settings/categories',
  mail: 'settings/mail',
  preview: 'campaign',
  open: 'campaign',
}

/** Where on its page a step is made that is not done yet: there only in a preview. */
const PARTS_OF_PLACES: Partial<Record<FirstStepName, string>> = { preview: '#preview-link' }

/** The first steps on the overview: for owners, until all are done or somebody puts them away. */
export async function FirstStepsPanel({
  locale,
  organiser,
}: {
  locale: string
  organiser: Organiser
}) {
  if (!may(organiser.role, 'write-content')) return null
  if ((await readSettings()).firstStepsArePutAway) return null
  const steps = await readFirstSteps()
  if (steps.every(({ isDone }) => isDone)) return null
  const [{ organisers }, t] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.firstSteps' }),
  ])
  const words = organisers.firstSteps
  const done = steps.filter(({ isDone }) => isDone).length
  return (
    <Panel id="first-steps" title={words.heading} lead={t('count', { done, all: steps.length })}>
      <FirstStepsList locale={locale} steps={steps} />
      <form action={putAwayFirstStepsAction.bind(null, locale)}>
        <input type="hidden" name="away" value="on" />
        <Button type="submit" look="quiet">
          {words.putAway}
        </Button>
      </form>
    </Panel>
  )
}

/** The list alone. */
export async function FirstStepsList({ locale, steps }: { locale: string; steps: FirstStep[] }) {
  const [{ organisers }, t] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.firstSteps' }),
  ])
  const words = organisers.firstSteps
  return (
    <FirstSteps
      steps={steps.map(({ name, isDone, mayAccept }) => ({
        name,
        title: words.steps[name].title,
        state: isDone ? words.steps[name].done : words.steps[name].toDo,
        href: `/${locale}/organisers/${PLACES[name]}${isDone ? '' : (PARTS_OF_PLACES[name] ?? '')}`,
        isDone,
        accept: mayAccept ? t('acceptStep', { step: words.steps[name].title }) : null,
      }))}
      accept={acceptStepAction.bind(null, locale)}
      words={words}
    />
  )
}
