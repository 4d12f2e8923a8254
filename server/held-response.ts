// Held response: Next's answer as one value, so that one class writes responses where eleven patches did.
import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Transform } from 'node:stream'
import type { Answer } from './answer.ts'
import { compressorFor, encodedHeaders, settledEncoding } from './encoding.ts'

type Callback = (error?: Error | null) => void

/** An answer that is being made. */
type Making = {
  isHeld: (response: ServerResponse) => boolean
  chunks: Buffer[]
  /** Headers of the response before anything was made. */
  before: OutgoingHttpHeaders
  done: (answer: Answer | null) => void
}

/**
 * The response of every request. What a maker such as Next writes to it is held until it is whole, or
 * streamed as it comes, compressed on its way; `isHeld` decides, once status and headers are known.
 */
export class HeldResponse<
  Request extends IncomingMessage = IncomingMessage,
> extends ServerResponse<Request> {
  /** Completes the headers of whatever is sent, as the last thing before it is. */
  completeHead: () => void = () => undefined
  #making: Making | null = null
  #isHeld = false
  #compressor: Transform | null = null

  /**
   * Resolves to the answer that `make` writes, once it is whole, and leaves the response as it was before;
   * null where the answer is streamed, or nobody waits for it any more.
   */
  hold(isHeld: Making['isHeld'], make: () => unknown) {
    return new Promise<Answer | null>(done => {
      this.#making = { isHeld, chunks: [], before: this.getHeaders(), done }
      this.#isHeld = false
      this.once('close', () => done(null))
      make()
    })
  }

  override writeHead(status: number, ...words: unknown[]): this {
    const headers = words.findLast(word => typeof word === 'object')
    this.statusCode = status
    if (typeof words[0] === 'string') this.statusMessage = words[0]
    for (const [name, value] of Object.entries((headers ?? {}) as OutgoingHttpHeaders))
      if (value !== undefined) this.setHeader(name, value)
    if (this.#holds()) return this
    this.completeHead()
    return super.writeHead(this.statusCode)
  }

  override flushHeaders() {
    if (!this.#holds()) super.flushHeaders()
  }

  /** Next calls this after each piece of a page that comes in pieces. */
  flush() {
    if (this.#compressor && 'flush' in this.#compressor) (this.#compressor.flush as () => void)()
  }

  override write(chunk: unknown, ...rest: (BufferEncoding | Callback | undefined)[]) {
    const { encoding, callback } = read(rest)
    if (this.#holds()) {
      this.#keep(chunk, encoding)
      if (callback) process.nextTick(callback)
      return true
    }
    if (this.#compressor) return this.#compressor.write(chunk, encoding, callback)
    return super.write(chunk, encoding, callback)
  }

  override end(...parameters: unknown[]): this {
    const isBodyless = typeof parameters[0] === 'function'
    const chunk = isBodyless ? undefined : parameters[0]
    const { encoding, callback } = read(isBodyless ? parameters : parameters.slice(1))
    if (callback) this.once('finish', callback)
    if (this.#holds()) {
      this.#keep(chunk, encoding)
      this.#handOver()
    } else if (this.#compressor) this.#compressor.end(chunk, encoding)
    else super.end(chunk, encoding)
    return this
  }

  /** Decides at the first word of an answer whether it is held. */
  #holds() {
    if (!this.#making || this.#isHeld) return this.#isHeld
    const { isHeld, done } = this.#making
    this.#isHeld = isHeld(this)
    if (!this.#isHeld) {
      this.#making = null
      this.#compressStream()
      done(null)
    }
    return this.#isHeld
  }

  #keep(chunk: unknown, encoding: BufferEncoding) {
    if (typeof chunk === 'string') this.#making?.chunks.push(Buffer.from(chunk, encoding))
    else if (chunk instanceof Uint8Array) this.#making?.chunks.push(Buffer.from(chunk))
  }

  #handOver() {
    if (!this.#making) return
    const { chunks, before, done } = this.#making
    const answer = {
      status: this.statusCode,
      headers: this.getHeaders(),
      body: Buffer.concat(chunks),
    }
    this.#making = null
    this.#isHeld = false
    Object.assign(this, { statusCode: 200, statusMessage: '' })
    for (const name of this.getHeaderNames()) this.removeHeader(name)
    for (const [name, value] of Object.entries(before))
      if (value !== undefined) this.setHeader(name, value)
    done(answer)
  }

  #compressStream() {
    const { encoding, headers } = encodedHeaders(this.getHeaders(), settledEncoding(this.req))
    if (headers.vary) this.setHeader('Vary', headers.vary)
    const compressor = this.req.method === 'HEAD' ? null : compressorFor(encoding)
    if (!compressor) return
    this.#compressor = compressor
    this.removeHeader('Content-Length')
    this.setHeader('Content-Encoding', encoding)
    compressor.on('data', chunk => super.write(chunk) || compressor.pause())
    compressor.once('end', () => super.end())
    compressor.on('drain', () => this.emit('drain'))
    this.on('drain', () => compressor.resume())
    this.once('close', () => compressor.destroy())
  }
}

/** The encoding and the callback among the last parameters of `write` and `end`. */
function read(parameters: unknown[]) {
  const isEncoding = (word: unknown): word is BufferEncoding =>
    typeof word === 'string' && Buffer.isEncoding(word)
  const isCallback = (word: unknown): word is Callback => typeof word === 'function'
  return {
    encoding: parameters.find(isEncoding) ?? 'utf8',
    callback: parameters.find(isCallback),
  }
}
