import type { translator } from '#lib/text/messages.ts'
import type { MailToCompose } from '../mail-to-compose.ts'
import type { Letterhead } from './letterhead.ts'

/** What a letter is written from. */
export type Draft = {
  t: ReturnType<typeof translator>
  locale: string
  letterTitle: string
  /** The full address of a path below the reader's language. */
  address: (path: string) => string
  mail: MailToCompose
}

export type Letter = Omit<Letterhead, 'language' | 'letterTitle' | 'about' | 'greeting'> & {
  headers?: Record<string, string>
}
