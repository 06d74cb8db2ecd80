/** Steps of the preparation, as scripts/lib/steps.mjs tells them. */
export type Paso = 'personas' | 'publicacion'

interface FirstStart {
  /** Fulfils when visor and consola are built, in another process; absent: they are there. */
  apps?: Promise<void>
  begin(paso: Paso): void
  end(): void
}

declare global {
  /** Set by scripts/lib/serve.mjs, which becomes the server. */
  var conocelesInicio: FirstStart | undefined
}

/** Shared by `npm start` with the server that it becomes; null where the server was started by itself. */
export function firstStart(): FirstStart | null {
  return globalThis.conocelesInicio ?? null
}
