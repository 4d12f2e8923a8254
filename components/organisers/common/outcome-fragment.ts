/** Fragment that leads to what came of the last act. */
export const OUTCOME = 'outcome'
