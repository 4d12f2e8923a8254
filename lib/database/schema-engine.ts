import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import { schemaAdapter } from './schema-adapter.ts'

let isLoaded = false

/**
 * Runs `work` with Prisma's schema engine, bound to the database of `url`, and frees the engine.
 * @throws Error with the engine's message, which names the migration and PostgreSQL's reason
 */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: glue.SchemaEngine) => Promise<T>,
): Promise<T> {
  loadOnce()
  const { factory, close } = schemaAdapter(url)
  const adapter = bindMigrationAwareSqlAdapterFactory(factory)
  const engine = await glue.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter)
  try {
    return await work(engine)
  } catch (error) {
    throw new Error(withoutTrace(error))
  } finally {
    engine.free()
    await close()
  }
}

// The engine appends where in its own sources it was, and there alone which migration it was at.
function withoutTrace(error: unknown) {
  const message = error instanceof Error ? error.message : String(error)
  const [, migration] = message.match(/migration_name="(.*?)"/) ?? []
  const reason = message.replace(/\n\s+0: [\s\S]*/, '').replace('external connector error\n', '')
  return migration ? `Migration ${migration} failed: ${reason.trim()}` : reason.trim()
}

// What the package's main file does, which needs a bundler to import the .wasm file.
function loadOnce() {
  if (isLoaded) return
  const main = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')
  const binary = readFileSync(join(dirname(main), 'schema_engine_bg.wasm'))
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(binary), {
    './schema_engine_bg.js': { ...glue, ...timers() },
  })
  glue.__wbg_set_wasm(exports)
  if (typeof exports.__wbindgen_start === 'function') exports.__wbindgen_start()
  isLoaded = true
}

// The engine gives up waiting for its lock after 10 s and never clears that timer: the process would
// stay alive for it.
function timers() {
  const setTimer = (work: () => void, milliseconds: number) =>
    setTimeout(work, milliseconds).unref()
  const names = Object.keys(glue).filter(name => name.startsWith('__wbg_setTimeout_'))
  return Object.fromEntries(names.map(name => [name, setTimer]))
}
