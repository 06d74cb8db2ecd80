import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Hands on the requests of a connection one at a time: the next when the answer before it was taken. While one waits the connection is not
 * read. Requests sent ahead then take memory for one chunk and for no answer. A response without socket is one that has to wait (Node).
 */
export function oneAtATime(handle: RequestListener): RequestListener {
  const waiting = new WeakMap<Socket, number>()
  const count = (socket: Socket, change: number) => {
    const left = (waiting.get(socket) ?? 0) + change
    waiting.set(socket, left)
    return left
  }
  return (request: IncomingMessage, response: ServerResponse) => {
    if (response.socket) {
      handle(request, response)
      return
    }
    const { socket } = request
    count(socket, 1)
    socket.pause()
    response.once('socket', () => {
      if (count(socket, -1) === 0) socket.resume()
      // Node's own work on the response, once it has its socket, comes first.
      process.nextTick(handle, request, response)
    })
  }
}
