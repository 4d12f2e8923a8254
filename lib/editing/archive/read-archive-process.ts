// Reads a ZIP of content/ that somebody uploaded: a program of lib/isolation/run-isolated.ts.
import { answer, givenBytes } from '#lib/isolation/answer.ts'
import { readArchive } from './read-archive.ts'

const read = readArchive(await givenBytes())
await answer(read.outcome === 'read' ? read.files : [{ fault: read.fault }])
