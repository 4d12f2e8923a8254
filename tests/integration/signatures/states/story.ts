import { expect } from 'vitest'
import { correctTypo } from '#lib/moderation/correct-typo.ts'
import { hideName, showName } from '#lib/moderation/hide-name.ts'
import { holdSignature } from '#lib/moderation/hold-signature.ts'
import { removeSignature, restoreSignature } from '#lib/moderation/remove-signature.ts'
import { eraseSignatoryData } from '#lib/moderation/serve-signatory.ts'
import { enforceRetention } from '#lib/retention/enforce-retention.ts'
import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { rejectRequest } from '#lib/signatures/reject-request.ts'
import { remindPending } from '#lib/signatures/remind-pending.ts'
import { correctSignature } from '#lib/signatures/self-service/correct-signature.ts'
import { requestMagicLink } from '#lib/signatures/self-service/request-magic-link.ts'
import { openSignatorySession } from '#lib/signatures/self-service/signatory-session.ts'
import { withdrawSignature } from '#lib/signatures/self-service/withdraw-signature.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { reportName } from '#lib/signatures/trust/report-name.ts'
import { codeIn, deliverMails, rejectTokenIn, tokenIn } from '../../../support/fakes/transport.ts'
import {
  IN_SILENCE,
  lea,
  readNow,
  release,
  removeAll,
  undoAll,
} from '../../../support/people/organiser-acts.ts'
import { confirmByCode, formChoices } from '../../../support/people/self-service.ts'
import { signLetter } from '../../../support/people/sign-letter.ts'
import { camille, details } from '../../../support/people/signatories.ts'
import { lookAtStates, recountFromHistory, type States, whatMoved } from './observed-moves.ts'

/** One request, or some time; `which` picks among what the story has so far. */
export type Step = { what: (typeof STEPS)[number]; which: number }

export const STEPS = [
  'sign',
  'deliver',
  'confirm',
  'rightCode',
  'wrongCode',
  'reject',
  'askForMagicLink',
  'openOwn',
  'correct',
  'withdraw',
  'report',
  'threeReports',
  'release',
  'hold',
  'remove',
  'restore',
  'hide',
  'correctTypo',
  'erase',
  'removeAll',
  'undoAll',
  'passDays',
] as const

const PEOPLE = [details({ email: 'someone@example.org', name: 'Emmanuel Macron' }), camille]
const NAMES = ['', 'Ursula von der Leyen', 'Camille Le Roux', 'Camille Roux']
/** A session lasts for five steps, a mail may be sent again after three. */
const STEP_MS = 6 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000

/** What two people, their mails and the readers do, one step after another, and what it changes. */
export class Story {
  private now = Date.now()
  private networks = 0
  private states: States = new Map()
  private readonly confirmations: { token: string; reject: string; code: string; to: string }[] = []
  private readonly magicLinks: string[] = []
  private readonly sessions: string[] = []

  /** Does a step, checks what it changed, and gives the names of the moves that it made. */
  async tell({ what, which }: Step): Promise<string[]> {
    this.now += STEP_MS
    await this.do(what, which)
    const after = await lookAtStates()
    const moves = whatMoved(this.states, after)
    this.states = after
    const recount = recountFromHistory(after)
    expect((await readTally(0)).signatures, `after ${what}`).toBe(recount)
    return moves
  }

  private async do(what: Step['what'], which: number) {
    const now = new Date(this.now)
    const mail = pick(this.confirmations, which)
    const session = pick(this.sessions, which)
    const id = pick([...this.states.keys()], which)
    switch (what) {
      case 'sign':
        return signLetter(pick(PEOPLE, which) ?? camille, now)
      case 'deliver':
        return this.readMails()
      case 'confirm':
        return mail && confirmSignature(mail.token, now)
      case 'rightCode':
        return mail && confirmByCode(mail.to, mail.code, now)
      case 'wrongCode':
        return mail && confirmByCode(mail.to, '000000', now)
      case 'reject':
        return mail && rejectRequest(mail.reject, which % 5 === 0)
      case 'askForMagicLink':
        return requestMagicLink((pick(PEOPLE, which) ?? camille).email, now)
      case 'openOwn':
        return this.openOwn(which, now)
      case 'correct':
        return correctSignature(
          session,
          { name: pick(NAMES, which), public: 'on' },
          formChoices(),
          now,
        )
      case 'withdraw':
        return withdrawSignature(session, which % 5 === 0, now)
      case 'report':
        return this.report(id)
      case 'threeReports':
        for (let times = 0; times < 3; times += 1) await this.report(id)
        return
      case 'release':
        return id && release(id)
      case 'hold':
        return id && holdSignature(lea, await readNow(id), 'by_hand')
      case 'remove':
        return id && removeSignature(lea, await readNow(id), IN_SILENCE, now)
      case 'restore':
        return id && restoreSignature(lea, await readNow(id))
      case 'hide':
        return id && (which % 2 ? hideName : showName)(lea, await readNow(id))
      case 'correctTypo':
        return (
          id && correctTypo(lea, await readNow(id), { name: pick(NAMES, which) }, formChoices())
        )
      case 'erase':
        return id && eraseSignatoryData(lea, await readNow(id), now)
      case 'removeAll':
        return removeAll(now)
      case 'undoAll':
        return undoAll(now)
      case 'passDays':
        this.now += (which % 20) * DAY_MS
        await remindPending(new Date(this.now))
        return enforceRetention(new Date(this.now))
    }
  }

  private async readMails() {
    for (const message of await deliverMails()) {
      if (/confirm\?token=/.test(message.text)) {
        const code = /^\d{6}$/m.test(message.text) ? codeIn(message) : '111111'
        const to = message.to
        this.confirmations.push({
          token: tokenIn(message),
          reject: rejectTokenIn(message),
          code,
          to,
        })
      }
      if (/open\?token=/.test(message.text)) this.magicLinks.push(tokenIn(message))
    }
  }

  private async openOwn(which: number, now: Date) {
    await this.readMails()
    const session = await openSignatorySession(pick(this.magicLinks, which), now)
    if (session) this.sessions.push(session)
  }

  /** Each report comes from a network of its own. */
  private report(id: string | undefined) {
    this.networks += 1
    const address = `2001:db8:${this.networks.toString(16)}::1`
    return reportName({ id, reason: 'not-real' }, address)
  }
}

/** Newest last: 0 is the newest, so that stories go on with what they have just got. */
function pick<T>(from: readonly T[], which: number): T | undefined {
  return from.at(-1 - (which % Math.max(from.length, 1)))
}
