import { startFakeResend } from '../../support/fakes/fake-resend.ts'
import type { SentEmail } from '../../support/fakes/resend-schemas.ts'

/** Everybody's mailbox: takes what the site hands to Resend, and knows whose mail came, and how often. */
export async function openMailboxes() {
  const received = new Map<string, number>()
  const waiting = new Map<string, (link: string) => void>()
  const early = new Map<string, string>()
  const take = ({ to, text }: SentEmail) => {
    const address = String(to)
    received.set(address, (received.get(address) ?? 0) + 1)
    const link = confirmationLinkIn(text ?? '')
    if (!link) return
    const reader = waiting.get(address)
    if (reader) reader(link)
    else early.set(address, link)
  }
  const resend = await startFakeResend({ onMail: take })
  return {
    url: resend.url,
    stop: resend.stop,
    /** Path of the link in the confirmation mail of an address, once that is here; null when told to give up. */
    linkFor: (address: string, giveUp: AbortSignal) =>
      new Promise<string | null>(resolve => {
        const link = early.get(address)
        early.delete(address)
        if (link) return resolve(link)
        if (giveUp.aborted) return resolve(null)
        const end = () => arrive(null)
        const arrive = (found: string | null) => {
          waiting.delete(address)
          giveUp.removeEventListener('abort', end)
          resolve(found)
        }
        waiting.set(address, arrive)
        giveUp.addEventListener('abort', end)
      }),
    /** How many addresses of a run had mail, and how many of them more than once. */
    count: (isOfRun: (address: string) => boolean) => {
      const mine = [...received].filter(([address]) => isOfRun(address))
      return { received: mine.length, twice: mine.filter(([, times]) => times > 1).length }
    },
  }
}

export type Mailboxes = Awaited<ReturnType<typeof openMailboxes>>

function confirmationLinkIn(text: string) {
  const [, path] = /https?:\/\/[^\s/]+(\/\S*confirm\S*\?token=[\w-]+)/.exec(text) ?? []
  return path
}
