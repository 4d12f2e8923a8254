import { builtFolder } from '../../../bin/support/built.ts'

/** The journeys visit the built site: `npm test` builds it before them. */
export default function checkBuild() {
  builtFolder()
}
