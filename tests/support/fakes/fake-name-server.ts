import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { decode, encode, RECURSION_AVAILABLE } from 'dns-packet'
import { onTestFinished } from 'vitest'

const NO_SUCH_NAME = 3

const SERVER_FAILURE = 2

/**
 * A name server that knows these TXT records, and no other name, until the test ends; a name whose record is null is one
 * that it cannot find out about.
 * @returns its address, as a resolver takes it
 */
export async function startFakeNameServer(records: Record<string, string[] | null>) {
  const socket = createSocket('udp4')
  socket.on('message', (asked, { port, address }) =>
    socket.send(answer(asked, records), port, address),
  )
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  onTestFinished(() => {
    socket.close()
  })
  return `127.0.0.1:${socket.address().port}`
}

function answer(asked: Buffer, records: Record<string, string[] | null>) {
  const { id, questions = [] } = decode(asked)
  const name = questions[0]?.name ?? ''
  const texts = records[name]
  const failed = texts === null ? SERVER_FAILURE : NO_SUCH_NAME
  return encode({
    type: 'response',
    id: id ?? 0,
    // The code of the answer stands in the last four bits of the flags (RFC 1035, section 4.1.1).
    flags: RECURSION_AVAILABLE | (texts ? 0 : failed),
    questions,
    answers: (texts ?? []).map(data => ({
      type: 'TXT' as const,
      name,
      ttl: 1,
      data: pieces(data),
    })),
  })
}

/** A string of a TXT record has 255 bytes at most (RFC 1035, section 3.3). */
function pieces(text: string) {
  return text.match(/.{1,255}/g) ?? ['']
}
