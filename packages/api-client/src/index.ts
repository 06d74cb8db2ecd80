import openapiFetch, { type Client, type ClientOptions, type Middleware } from 'openapi-fetch'
import type { paths } from './schema.d.ts'

export * from './outcome.ts'
export { createReader } from './reader.ts'
export type { components, paths } from './schema.d.ts'
export type { Client, ClientOptions, Middleware }

/** A client of the contract: paths, parameters and answers are checked against openapi.yaml by the compiler. */
export function createClient(options: ClientOptions = {}): Client<paths> {
  return openapiFetch<paths>(options)
}
