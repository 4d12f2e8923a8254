/** Words that people write or leave out of a name: they tell neither people nor organisations apart. */
export const SMALL_WORDS = new Set(
  'a an and au aux d de des du en et for fur l la le les of pour s the und der die das'.split(' '),
)

/** Legal forms of organisations, which are left out as often. */
export const LEGAL_FORMS = new Set('sa sarl ltd llc inc gmbh asbl e v'.split(' '))

/** Before a family name, which people shorten when they speak of its bearer. */
export const NAME_PARTICLES = new Set('von van zu den di da del dos al el ben bin ibn'.split(' '))
