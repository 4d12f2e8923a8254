import { isAPIError } from 'better-auth/api'

/**
 * Answer of the library, or null if it refuses: a refusal says no more than that.
 * @throws what is not a refusal, such as a database that does not answer
 */
export async function unlessRefused<Answer>(asking: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asking
  } catch (thrown) {
    if (isAPIError(thrown) && thrown.statusCode < 500) return null
    throw thrown
  }
}
