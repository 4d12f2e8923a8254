import { globSync, readFileSync } from 'node:fs'
import type { Capability } from '#lib/access/roles.ts'

/** `open`: on the way in, for people who are not signed in yet; else what its visitor must be allowed. */
type Door = 'open' | Capability | { capability: Capability; fresh: true }

/**
 * Every page, endpoint and action of the organisers' console, and who may pass. A new one that is not
 * written down here fails a test; so does one that asks for another capability than it says here.
 */
export const CONSOLE_ROUTES: Record<string, Door> = {
  'page.tsx': 'watch',
  'account/page.tsx': { capability: 'own-account', fresh: true },
  'account/actions.ts#endSessionAction': 'own-account',
  'account/actions.ts#endOtherSessionsAction': 'own-account',
  'account/actions.ts#changePasswordAction': { capability: 'own-account', fresh: true },
  'account/actions.ts#renewCodesAction': { capability: 'own-account', fresh: true },
  'account/actions.ts#beginPasskeyAction': { capability: 'own-account', fresh: true },
  'account/actions.ts#addPasskeyAction': { capability: 'own-account', fresh: true },
  'account/actions.ts#removePasskeyAction': { capability: 'own-account', fresh: true },
  'again/page.tsx': 'open',
  'approvals/page.tsx': 'write-to-signatories',
  'approvals/actions.ts#decideApprovalAction': { capability: 'write-to-signatories', fresh: true },
  'brakes/actions.ts#releaseBrakeAction': 'moderate',
  'campaign/page.tsx': 'run-campaign',
  'campaign/actions.ts#moveCampaignAction': 'run-campaign',
  'campaign/actions.ts#renewPreviewLinkAction': 'run-campaign',
  'campaign/actions.ts#saveRulesAction': 'run-campaign',
  'campaign/actions.ts#scheduleCampaignAction': 'run-campaign',
  'campaign/actions.ts#writePauseNotesAction': 'run-campaign',
  'forbidden/page.tsx': 'open',
  'hooks/page.tsx': 'run-campaign',
  'hooks/actions.ts#addHookAction': 'run-campaign',
  'hooks/actions.ts#enableHookAction': 'run-campaign',
  'hooks/actions.ts#removeHookAction': 'run-campaign',
  'hooks/actions.ts#testHookAction': 'run-campaign',
  'join/page.tsx': 'open',
  'join/actions.ts#joinAction': 'open',
  'mail/page.tsx': 'watch',
  'mail/actions.ts#remindAction': 'write-to-signatories',
  'mail/actions.ts#sendAgainAction': 'moderate',
  'mail/suppressed/page.tsx': 'see-signatures',
  'mail/suppressed/actions.ts#findSuppressedAction': 'see-signatures',
  'mail/suppressed/actions.ts#liftSuppressionAction': 'moderate',
  'news/page.tsx': 'write-news',
  'news/[id]/page.tsx': 'write-news',
  'news/actions.ts#beginNewsAction': 'write-news',
  'news/actions.ts#discardNewsAction': 'write-news',
  'news/actions.ts#moveNewsAction': 'write-news',
  'news/actions.ts#writeNewsAction': 'write-news',
  'exports/page.tsx': 'export-public',
  'exports/file/route.ts': 'export-public',
  'packs/page.tsx': 'export-public',
  'packs/[id]/file/route.ts': 'export-public',
  'packs/actions.ts#askDeliveryAction': 'export-public',
  'packs/actions.ts#makePackAgainAction': 'export-public',
  'paper/page.tsx': 'import',
  'paper/upload/route.ts': 'import',
  'paper/[id]/page.tsx': 'import',
  'paper/actions.ts#describeBatchAction': 'import',
  'paper/actions.ts#tickRowsAction': 'import',
  'paper/actions.ts#importBatchAction': { capability: 'import', fresh: true },
  'paper/actions.ts#undoBatchAction': { capability: 'import', fresh: true },
  'paper/actions.ts#discardBatchAction': 'import',
  'people/page.tsx': 'manage-people',
  'people/actions.ts#changeRoleAction': 'manage-people',
  'people/actions.ts#endAnySessionAction': 'manage-people',
  'people/actions.ts#inviteAction': 'manage-people',
  'people/actions.ts#removeAction': 'manage-people',
  'people/actions.ts#resetAction': 'manage-people',
  'recovery-codes/page.tsx': { capability: 'own-account', fresh: true },
  'second-factor/page.tsx': 'open',
  'set-up/page.tsx': 'open',
  'sign-in/page.tsx': 'open',
  'sign-in/actions.ts#againAction': 'open',
  'sign-in/actions.ts#askForPasskeyAction': 'open',
  'sign-in/actions.ts#keepCodesAction': 'own-account',
  'sign-in/actions.ts#passkeyAction': 'open',
  'sign-in/actions.ts#secondFactorAction': 'open',
  'sign-in/actions.ts#setUpAction': 'open',
  'sign-in/actions.ts#signInAction': 'open',
  'sign-in/actions.ts#signOutAction': 'open',
  'signatures/page.tsx': 'see-signatures',
  'signatures/[id]/page.tsx': 'see-signatures',
  'signatures/actions.ts#actAction': 'moderate',
  'signatures/actions.ts#correctTypoAction': 'moderate',
  'signatures/bulk/page.tsx': 'see-signatures',
  'signatures/bulk/[id]/page.tsx': 'see-signatures',
  'signatures/bulk/actions.ts#beginBulkActionAction': { capability: 'moderate', fresh: true },
  'signatures/bulk/actions.ts#holdTrendAction': { capability: 'moderate', fresh: true },
  'signatures/bulk/actions.ts#previewBulkAction': 'moderate',
  'signatures/bulk/actions.ts#undoBulkActionAction': { capability: 'moderate', fresh: true },
  'signatures/trending/page.tsx': 'see-signatures',
  'trail/page.tsx': 'read-trail',
  'updates/page.tsx': 'write-to-signatories',
  'updates/[id]/page.tsx': 'write-to-signatories',
  'updates/[id]/preview/route.ts': 'write-to-signatories',
  'updates/actions.ts#askToStartAction': { capability: 'write-to-signatories', fresh: true },
  'updates/actions.ts#beginUpdateAction': 'write-to-signatories',
  'updates/actions.ts#discardUpdateAction': 'write-to-signatories',
  'updates/actions.ts#moveUpdateAction': 'write-to-signatories',
  'updates/actions.ts#startUpdateAction': { capability: 'write-to-signatories', fresh: true },
  'updates/actions.ts#testUpdateAction': 'write-to-signatories',
  'updates/actions.ts#writeUpdateAction': 'write-to-signatories',
}

const FOLDER = 'app/[[]locale[]]/organisers'
const PREFIX = 'app/[locale]/organisers/'
const ASKS = /organiser(?:WhoMay|OrRefusal)\(\s*'([\w-]+)'/

/** Every door that the code has, each with the capability that it asks for first. */
export function findConsoleRoutes() {
  const pages = globSync(`${FOLDER}/**/{page.tsx,route.ts}`)
  const endpoints = globSync('app/api/**/route.ts').filter(file =>
    /organiserOrRefusal/.test(codeOf(file)),
  )
  const actions = globSync(`${FOLDER}/**/*.ts`).filter(file => /^'use server'/.test(codeOf(file)))
  const ofFiles = [...pages, ...endpoints].map(
    file => [nameOf(file), askedIn(codeOf(file))] as const,
  )
  return new Map([...ofFiles, ...actions.flatMap(doorsOfActions)])
}

/** What a door asks for, as this list says. */
export function askedBy(door: string) {
  const entry = CONSOLE_ROUTES[door] ?? 'open'
  if (entry === 'open') return null
  return typeof entry === 'string' ? { capability: entry, fresh: undefined } : entry
}

function doorsOfActions(file: string) {
  const [, ...functions] = codeOf(file).split(/^(?=(?:export )?(?:async )?function )/m)
  const helpers = functions.filter(code => !code.startsWith('export') && askedIn(code))
  return functions
    .filter(code => code.startsWith('export'))
    .map(code => {
      const helper = helpers.find(each => code.includes(`${functionName(each)}(`)) ?? ''
      return [`${nameOf(file)}#${functionName(code)}`, askedIn(code) ?? askedIn(helper)] as const
    })
}

function functionName(code: string) {
  return /function (\w+)/.exec(code)?.[1] ?? ''
}

function askedIn(code: string) {
  return ASKS.exec(code)?.[1] ?? null
}

function nameOf(file: string) {
  return file.startsWith(PREFIX) ? file.slice(PREFIX.length) : file
}

function codeOf(file: string) {
  return readFileSync(file, 'utf8')
}
