/** What the doctor found: whether it is as it should be, and a sentence that also says what to do where it is not. */
export type Finding = { isFine: boolean; says: string }

/** Something that is as it should be. */
export const fine = (says: string): Finding => ({ isFine: true, says })

/** Something that is not, and what to do about it. */
export const wrong = (says: string): Finding => ({ isFine: false, says })

/** What a check found; one that could not be made is a finding too. */
export async function findingsOf(check: () => Promise<Finding[]> | Finding[]): Promise<Finding[]> {
  try {
    return await check()
  } catch (error) {
    return [wrong(error instanceof Error ? error.message : String(error))]
  }
}
