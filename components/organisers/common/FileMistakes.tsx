type FileMistakesProps = {
  /** What is wrong, a sentence each, by file. */
  files: { path: string; sentences: string[] }[]
}

/** Entries of a list: files, each with what is wrong in it. */
export function FileMistakes({ files }: FileMistakesProps) {
  return files.map(({ path, sentences }) => (
    <li key={path}>
      <code>{path}</code>
      <ul>
        {sentences.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </li>
  ))
}
