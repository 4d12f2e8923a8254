import type { ShownBroadcast } from '#lib/broadcasts/read-broadcasts.ts'
import { readSettings } from '#lib/settings/settings.ts'
import { PreviewSection } from '../../broadcasts/[id]/preview-section.tsx'
import { describeFrequency } from '../../broadcasts/describe-frequency.ts'
import { describeRecipients } from '../../broadcasts/describe-recipients.ts'

type BroadcastAskedProps = { locale: string; broadcast: ShownBroadcast }

/** A message as it would be sent: to how many, in which languages, how often of late, and each text whole. */
export async function BroadcastAsked({ locale, broadcast }: BroadcastAskedProps) {
  const { broadcastMailsPerHour } = await readSettings()
  const facts = [
    ...(await describeRecipients(locale, broadcast, broadcastMailsPerHour)),
    await describeFrequency(locale),
  ]
  return (
    <>
      <ul>
        {facts.map(fact => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <PreviewSection locale={locale} broadcast={broadcast} />
    </>
  )
}
