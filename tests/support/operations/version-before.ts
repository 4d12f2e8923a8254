import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SITE_URL } from '../site/running-site.ts'

/**
 * The commit before in a folder of its own, built, with the packages of this one.
 * @returns its folder, and how to remove it
 */
export function buildVersionBefore() {
  const folder = join(mkdtempSync(join(tmpdir(), 'open-letter-before-')), 'checkout')
  execFileSync('git', ['worktree', 'add', '--detach', folder, commitBefore()])
  execFileSync('cp', ['-al', 'node_modules', join(folder, 'node_modules')])
  const settings = { SITE_URL, NODE_ENV: 'production' as const }
  execFileSync(process.execPath, ['bin/build.ts'], {
    cwd: folder,
    env: { ...process.env, ...settings },
  })
  return {
    folder,
    remove: () => {
      execFileSync('git', ['worktree', 'remove', '--force', folder])
      rmSync(join(folder, '..'), { recursive: true, force: true })
    },
  }
}

/** The last commit whose pages or tables are others than those of now; a clone without history has none. */
function commitBefore() {
  const places = ['app', 'components', 'lib', 'server', 'prisma']
  const [, before] = execFileSync('git', ['log', '--format=%H', '-n2', '--', ...places])
    .toString()
    .split('\n')
  if (!before) throw new Error('There is no commit before: the clone has no history.')
  return before
}
