/** Members of a service worker that a page lacks: TypeScript does not know both in one program. */
interface Lasting extends Event {
  waitUntil(done: Promise<unknown>): void
}

export interface Fetched extends Lasting {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

export interface Told extends Lasting {
  readonly data: unknown
}

interface WorkerScope {
  readonly location: Location
  readonly clients: { claim(): Promise<void> }
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetched) => void): void
  addEventListener(type: 'message', listener: (event: Told) => void): void
}

export const worker = globalThis as unknown as WorkerScope
