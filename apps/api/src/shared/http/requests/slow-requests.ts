import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

export interface Pace {
  /** For how long a body may come as slowly as it likes. */
  graceMs: number
  /** Average bytes that each second after that must bring. */
  bytesPerSecond: number
  everyMs: number
}

/**
 * Ends the requests whose body comes too slowly to be waited for. Node's own limit is a term for the whole request. It would cut off a
 * person who sends a photograph over a slow line as it does a client that holds a connection drop by drop.
 * @returns the function that must see each request.
 */
export function keepPace(http: Server, pace: Pace): (request: IncomingMessage) => void {
  const arriving = new Map<IncomingMessage, Begun>()
  const turn = setInterval(() => {
    for (const [request, begun] of arriving) {
      if (!request.complete && !request.destroyed && !isSlow(request, begun, pace)) continue
      arriving.delete(request)
      if (!request.complete && !request.destroyed) http.emit('clientError', new SlowRequest('slow request'), request.socket)
    }
  }, pace.everyMs).unref()
  http.once('close', () => clearInterval(turn))
  return (request) => {
    const { headers, socket } = request
    if (headers['content-length'] ?? headers['transfer-encoding']) arriving.set(request, { at: performance.now(), read: socket.bytesRead })
  }
}

interface Begun {
  at: number
  read: number
}

/** Has the code that Node gives to a request that did not come in its term. */
class SlowRequest extends Error {
  readonly code = 'ERR_HTTP_REQUEST_TIMEOUT'
}

function isSlow({ socket }: IncomingMessage, { at, read }: Begun, { graceMs, bytesPerSecond }: Pace): boolean {
  const seconds = (performance.now() - at - graceMs) / 1_000
  return seconds > 0 && socket.bytesRead - read < seconds * bytesPerSecond
}

/**
 * Ends a connection on which nothing moves for so long while an answer is made or waits to be taken; Node looks twice. A term of the whole
 * server would be set anew for every answer, also for the many that are taken at once.
 */
export function limitStillness(http: Server, ms: number): void {
  http.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    if (!response.writableEnded || response.writableLength > 0) socket.setTimeout(ms)
  })
}

export interface Patience {
  /** For how long making an answer may take, while nothing moves on its connection. */
  makingMs: number
  /** For how long nobody may take any of it. */
  stillMs: number
}

/** Waits for an answer in the making, on a connection that then ends unless somebody reads. Its next request has the usual term again. */
export async function waitWhileMade<T>(socket: Partial<Pick<Socket, 'setTimeout'>>, making: Promise<T>, patience: Patience): Promise<T> {
  socket.setTimeout?.(patience.makingMs)
  const made = await making
  socket.setTimeout?.(patience.stillMs)
  return made
}
