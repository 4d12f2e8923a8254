import { answer, givenBytes } from '#lib/isolation/answer.ts'
import { drawLogo } from './draw-logo.ts'

// Started by make-logo.ts, in a process of its own: libvips is a large program in machine code that reads
// what strangers send.

const drawn = await drawLogo(await givenBytes())
await answer([
  drawn.outcome === 'made'
    ? { outcome: drawn.outcome, image: Buffer.from(drawn.image).toString('base64') }
    : drawn,
])
