import { cookieAttributes, cookieName } from '#lib/security/cookies.ts'
import { isStatelessToken, statelessToken } from '#lib/security/tokens.ts'
import type { CampaignRun } from './campaign-run.ts'

/** Cookie of the preview: it holds the token of the preview link. */
export const PREVIEW_COOKIE = cookieName('preview')

/** Lifetime of the preview cookie, in days. A renewed link ends it at once. */
const COOKIE_DAYS = 30

const IN_COOKIES = new RegExp(`(?:^|;\\s*)${PREVIEW_COOKIE}=([\\w-]{43})(?:;|$)`)

const DAY_SECONDS = 24 * 60 * 60

/** Token of the current preview link. */
export function previewToken({ previewId }: Pick<CampaignRun, 'previewId'>) {
  return statelessToken('preview', previewId)
}

/** Whether a token is that of the current preview link. */
export function isPreviewToken(run: Pick<CampaignRun, 'previewId'>, token: unknown) {
  return isStatelessToken('preview', run.previewId, token)
}

/** The token that a Cookie header carries, if any. */
export function previewTokenOf(header: string | undefined) {
  return header?.match(IN_COOKIES)?.[1]
}

/** The Set-Cookie header (RFC 6265) that lets a browser see the preview. */
export function previewCookie(run: Pick<CampaignRun, 'previewId'>) {
  const { secure } = cookieAttributes('preview')
  const lifetime = `Max-Age=${COOKIE_DAYS * DAY_SECONDS}`
  const attributes = `Path=/; ${lifetime}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return `${PREVIEW_COOKIE}=${previewToken(run)}; ${attributes}`
}
