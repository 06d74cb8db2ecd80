/** "del Partido X", "de la Coalición X", "de Movimiento Ciudadano": an actor político after a preposition. */
export function delActor(nombre: string): string {
  if (nombre.startsWith('Partido ')) return `del ${nombre}`
  return /^(?:Coalición|Alianza|Candidatura) /.test(nombre) ? `de la ${nombre}` : `de ${nombre}`
}

/** "uno, dos y tres". */
export function enLista(texts: readonly string[]): string {
  return texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} y ${texts.at(-1)}`
}

/** "Informe mensual de avance", of "el informe mensual de avance": the name of a document as a title. */
export function sinArticulo(nombre: string): string {
  const bare = nombre.replace(/^(?:el|la|los|las) /u, '')
  return bare.charAt(0).toLocaleUpperCase('es-MX') + bare.slice(1)
}
