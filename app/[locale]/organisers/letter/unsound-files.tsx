import { getMessages } from 'next-intl/server'
import { ChangeMistakes } from '#components/organisers/content/ChangeMistakes.tsx'
import { currentMistakes } from '#lib/editing/check-as-it-would-be.ts'
import { formatMistakes } from '../format-mistakes.ts'

/** The files that keep a letter from being published, and why. */
export async function UnsoundFiles({ locale }: { locale: string }) {
  const { contentMistakes } = (await getMessages({ locale })).organisers
  const files = await formatMistakes(locale, await currentMistakes())
  return <ChangeMistakes words={{ mistakes: contentMistakes.now }} files={files} />
}
