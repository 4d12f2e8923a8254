import { processSingleton } from './process-singleton.ts'

/** A handler of one address, as Next calls it. */
export type RouteHandler = (
  request: Request,
  context: { params: Promise<{ locale: string }> },
) => Promise<Response>

const handlers = processSingleton('route-handlers', () => new Map<string, RouteHandler>())

/**
 * Registers a handler that needs nothing of its framework, neither cookies nor caches: what it reads and answers is
 * all in its Request and Response. Once Next has loaded its file, the server calls it by itself
 * (server/own-handlers.ts).
 * @param path as in `/[locale]/sign/send`
 */
export function registerHandler<Handler extends RouteHandler>(path: string, handler: Handler) {
  handlers.set(path, handler)
  return handler
}

/** The handler of a path, where it was registered. */
export function registeredHandler(path: string) {
  return handlers.get(path)
}
