import openapiFetch, { type Client, type ClientOptions, type Middleware } from 'openapi-fetch'

export * from './outcome.ts'
export type { Client, ClientOptions, Middleware }

/** A client of the contract: paths, parameters and answers are checked against openapi.yaml by the compiler. */
export function createClient<Paths extends object>(options: ClientOptions): Client<Paths> {
  return openapiFetch<Paths>(options)
}
