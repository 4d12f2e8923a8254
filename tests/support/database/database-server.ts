import type { TestProject } from 'vitest/node'
import { startTestsCluster } from './tests-cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database that each worker copies for itself. */
    templateUrl: string
    /** The same, as the role that the site works with. */
    applicationUrl: string
  }
}

/** One PostgreSQL for the whole run. */
export default async function startDatabase(project: TestProject) {
  const { url, applicationUrl, stop } = await startTestsCluster()
  project.provide('templateUrl', url)
  project.provide('applicationUrl', applicationUrl)
  return stop
}
