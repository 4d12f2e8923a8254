/** Scripts whose letters can be taken for one another: one name uses one of them. */
const SCRIPTS_THAT_LOOK_ALIKE = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
]

/**
 * Whether one word of an organisation's name mixes scripts. Its words may differ: many names hold one
 * in Latin letters.
 */
export function hasMixedWord(organisation: string) {
  return organisation.split(/[^\p{L}\p{M}\p{N}]+/u).some(mixesScripts)
}

/** Whether a text has letters of two scripts that look alike. */
export function mixesScripts(name: string) {
  return SCRIPTS_THAT_LOOK_ALIKE.filter(script => script.test(name)).length > 1
}
