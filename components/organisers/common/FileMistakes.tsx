type FileMistakesProps = {
  /** Sentences of the checks of the start, in English, by file. */
  files: { path: string; sentences: string[] }[]
}

/** Entries of a list: files, each with what is wrong in it. */
export function FileMistakes({ files }: FileMistakesProps) {
  return files.map(({ path, sentences }) => (
    <li key={path}>
      <code>{path}</code>
      <ul lang="en">
        {sentences.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </li>
  ))
}
