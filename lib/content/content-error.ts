/** What is wrong in content/: one sentence for each mistake, naming the file, the place and why. */
export class ContentError extends Error {
  readonly mistakes: string[]

  constructor(mistakes: string[]) {
    super(mistakes.join('\n'))
    this.name = 'ContentError'
    this.mistakes = mistakes
  }
}
