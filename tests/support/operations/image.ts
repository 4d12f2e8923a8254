import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { pidOf } from '../site/pid-of.ts'
import { programPath } from './programs.ts'

const run = promisify(execFile)

/** What Debian's slim image leaves out too. */
const LEFT_OUT = [
  'var/cache/apt',
  'var/lib/apt/lists',
  'usr/share/doc',
  'usr/share/man',
  'usr/share/locale',
]

const MOST_OUTPUT_BYTES = 64 * 1024 * 1024

/** Images in a folder of their own, without a registry and without Docker. */
export async function makeImages() {
  const folder = mkdtempSync(join(tmpdir(), 'open-letter-images-'))
  const store = ['--storage-driver', 'vfs', '--root', join(folder, 'store')]
  const buildah = (...options: string[]) =>
    run(programPath('buildah'), [...store, '--runroot', join(folder, 'run'), ...options], {
      maxBuffer: MOST_OUTPUT_BYTES,
    }).then(({ stdout }) => stdout.trim())
  await makeBase(folder, buildah)
  await addNode(buildah)
  await buildah(
    ...['bud', '--isolation', 'chroot', ...npmSettings(folder)],
    ...['--build-arg', 'BASE_IMAGE=localhost/base'],
    ...['--build-arg', 'BUILD_IMAGE=localhost/with-node'],
    ...['--tag', 'open-letter', '.'],
  )
  return {
    megabytes: async () => {
      const size = await buildah('images', '--format', '{{.Size}}', 'localhost/open-letter')
      return Number.parseFloat(size) * (size.endsWith('GB') ? 1_000 : 1)
    },
    start: async (settings: Record<string, string>) => {
      const container = await buildah('from', 'localhost/open-letter')
      const variables = Object.entries(settings).flatMap(([name, value]) => [
        '--env',
        `${name}=${value}`,
      ])
      const options = [
        'run',
        '--isolation',
        'chroot',
        '--user',
        '1000',
        ...variables,
        container,
        '--',
      ]
      const site = spawn(
        programPath('buildah'),
        [...store, '--runroot', join(folder, 'run'), ...options, 'node', 'bin/start.js'],
        { stdio: ['ignore', 'pipe', 'inherit'], detached: true },
      )
      return {
        site,
        stop: async () => {
          const end = once(site, 'exit')
          process.kill(-pidOf(site), 'SIGTERM')
          await end
        },
      }
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}

type Buildah = (...options: string[]) => Promise<string>

/** Debian by debootstrap, as small as its slim image. */
async function makeBase(folder: string, buildah: Buildah) {
  const root = join(folder, 'debian')
  await run(programPath('debootstrap'), ['--variant=minbase', 'bookworm', root], {
    maxBuffer: MOST_OUTPUT_BYTES,
  })
  for (const path of LEFT_OUT) rmSync(join(root, path), { recursive: true })
  const container = await buildah('from', 'scratch')
  await buildah('add', '--quiet', container, root, '/')
  await buildah('commit', '--quiet', '--rm', container, 'base')
  rmSync(root, { recursive: true })
}

/** The Node of the packages, and this machine's npm. */
async function addNode(buildah: Buildah) {
  const npm = dirname(dirname(realpathSync(programPath('npm'))))
  const container = await buildah('from', 'localhost/base')
  await buildah('copy', '--quiet', container, 'node_modules/node/bin/node', '/usr/local/bin/node')
  await buildah('copy', '--quiet', container, npm, '/usr/local/lib/npm')
  const link = ['ln', '-s', '../lib/npm/bin/npm-cli.js', '/usr/local/bin/npm']
  await buildah('run', '--isolation', 'chroot', container, '--', ...link)
  await buildah('commit', '--quiet', '--rm', container, 'with-node')
}

/** Where npm finds its packages on this machine, and whose certificates it believes. */
function npmSettings(folder: string) {
  const own = join(folder, 'npmrc')
  const settings = [
    process.env.npm_config_registry && `registry=${process.env.npm_config_registry}`,
  ]
  const authorities = process.env.NODE_EXTRA_CA_CERTS
  const inside = '/etc/ssl/open-letter.pem'
  if (authorities) settings.push(`cafile=${inside}`)
  writeFileSync(own, `${settings.filter(Boolean).join('\n')}\n`)
  const given = join(homedir(), '.npmrc')
  const mounts = [`${existsSync(given) && !authorities ? given : own}:/root/.npmrc:ro`]
  if (authorities) mounts.push(`${authorities}:${inside}:ro`)
  return mounts.flatMap(mount => ['--volume', mount])
}
