import type { Socket } from 'node:net'
import type { ClientBase, Pool } from 'pg'

/** How pg is told the name of a statement. */
function named(args: unknown[]): unknown[] {
  const [text, values, ...more] = args
  const name = typeof text === 'string' && text.startsWith(`/* ${PREPARED}`) ? text.slice(3, text.indexOf(' */')) : null
  return name === null ? args : [{ name, text, values }, ...more]
}

/**
 * A statement that each connection parses and plans once. It is for the few that are asked at every turn and whose best plan does not
 * depend on their values. TypeORM has all others parsed and planned anew each time. `name` belongs to this text alone.
 */
export function prepared(name: string, text: string): string {
  return `/* ${preparedAs(name)} */ ${text}`
}

/** The same as the `comment` of a find whose text is always one: `Any` for its lists, never `In`. */
export function preparedAs(name: string): string {
  return PREPARED + name
}

const PREPARED = 'prepared: '

/** Statements of one turn of the event loop leave in one write. */
function gather(stream: Socket): void {
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** Gives the socket that pg has and its types do not tell. */
export function socketOf(client: ClientBase): Socket {
  return (client as unknown as { connection: { stream: Socket } }).connection.stream
}

const START = 'START TRANSACTION'
/** Result that TypeORM would get for it. */
const STARTED = Promise.resolve({ command: 'START', rows: [], rowCount: null })

/**
 * Wraps the queries of a pool's connections, for three reasons.
 *
 * - After a network black hole pg keeps the dead socket in the pool for good: a timed-out query destroys its socket.
 * - A statement marked as prepared gets the name by which the connection knows it.
 * - Nobody waits for the start of a transaction: it fails only with its connection, and then the next statement fails too.
 */
export function attend(pool: Pool): Pool {
  const attended = new WeakSet<ClientBase>()
  pool.on('acquire', (client) => {
    if (attended.has(client)) return
    attended.add(client)
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    const wrapped = (...args: unknown[]) => {
      gather(socketOf(client))
      const result = query(...named(args))
      if (result instanceof Promise) result.catch((error: Error) => /timeout/i.test(error.message) && socketOf(client).destroy())
      return args[0] === START ? STARTED : result
    }
    Object.assign(client, { query: wrapped })
  })
  return pool
}
