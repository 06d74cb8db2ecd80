const NAME = /^entregable (\S+) observacion$/

/** Name under which the observación to an entregable is kept until it is sent. */
export function nombreDeObservacion(clave: string): string {
  return `entregable ${clave} observacion`
}

/** Entregables with an observación that was written and not sent, by the names of the kept forms. */
export function clavesSinEnviar(names: readonly string[]): string[] {
  return names.flatMap((name) => NAME.exec(name)?.[1] ?? []).toSorted()
}
