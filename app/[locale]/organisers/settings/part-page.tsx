import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Notice } from '#components/organisers/common/Notice.tsx'
import { NoticeList } from '#components/organisers/common/NoticeList.tsx'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { SettingsForm, type SettingsGroup } from '#components/organisers/settings/SettingsForm.tsx'
import type { Organiser } from '#lib/access/organiser.ts'
import { readPart } from '#lib/editing/parts/save-part.ts'
import { contentIsWritable } from '#lib/editing/read-content-file.ts'
import { ConsolePage } from '../console-page.tsx'
import { savePartAction } from './actions.ts'
import { PARTS, type PartName } from './parts.ts'

type PartPageProps = {
  locale: string
  organiser: Organiser
  name: PartName
  searchParams: Promise<Record<string, string | string[] | undefined>>
  /** The fields of its form, of what is kept. */
  groups: (kept: Record<string, string>) => SettingsGroup[]
  /** What stands below the form. */
  children?: ReactNode
}

/** A page of the settings: the form of one part. */
export async function PartPage(props: PartPageProps) {
  const { locale, organiser, name, searchParams, groups, children } = props
  const { organisers } = await getMessages({ locale })
  const words = organisers.settings
  const { path, part } = PARTS[name]
  const { fields, seen } = readPart(part())
  const href = `/${locale}/organisers/settings/${path}`
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      section="settings"
      path={`/organisers/settings/${path}`}
      title={organisers.firstSteps.steps[name].title}
      lead={words.leads[name]}
    >
      <p>
        <a href={`/${locale}/organisers/settings`}>{words.all}</a>
      </p>
      <Notice code={(await searchParams).notice} words={words.outcomes} />
      <NoticeList
        id="read-only"
        heading={organisers.content.readOnly}
        notices={contentIsWritable() ? [] : [words.outcomes['read-only']]}
        link={{ href: `/${locale}/organisers/content`, text: words.takeAway }}
      />
      <WorkSection id="settings" title={words.heading}>
        <SettingsForm
          id={name}
          read={seen}
          groups={groups(fields)}
          kept={fields}
          none={words.none}
          action={savePartAction.bind(null, locale)}
          href={href}
          words={{
            ...organisers.editConflict,
            save: words.save,
            typedBack: organisers.frame.typedBack,
          }}
        />
      </WorkSection>
      {children}
    </ConsolePage>
  )
}
