import { readCampaignRun } from '#lib/campaign/campaign-run.ts'
import { isPreviewToken, previewCookie } from '#lib/campaign/preview-link.ts'
import { stateAt } from '#lib/campaign/states.ts'
import { languages } from '#lib/content/languages.ts'

type RouteProps = { params: Promise<{ locale: string }> }

/**
 * The preview link: to the letter, with a cookie that shows it while it is private. It changes nothing
 * here, so that a scanner of mails may open it too.
 */
export async function GET(request: Request, { params }: RouteProps) {
  const asked = (await params).locale
  const locale = languages().find(language => language === asked)
  if (!locale) return new Response(null, { status: 404 })
  const headers = new Headers({ Location: `/${locale}`, 'Cache-Control': 'private, no-store' })
  const run = await readCampaignRun().catch(() => null)
  const token = new URL(request.url).searchParams.get('token')
  if (run && stateAt(run, new Date()) === 'preview' && isPreviewToken(run, token)) {
    headers.set('Set-Cookie', previewCookie(run))
  }
  return new Response(null, { status: 303, headers })
}
