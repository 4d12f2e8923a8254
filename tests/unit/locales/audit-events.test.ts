import { expect, test } from 'vitest'
import { AUDIT_EVENT_KINDS } from '#lib/audit/audit-events.ts'
import { languages } from '#lib/content/languages.ts'
import { readMessages } from '#lib/text/messages.ts'

test.each(languages())('%s says every event of the audit log in words', language => {
  const said = Object.keys(readMessages(language).organisers.audit.events)
  expect(said.toSorted()).toEqual([...AUDIT_EVENT_KINDS].toSorted())
})
