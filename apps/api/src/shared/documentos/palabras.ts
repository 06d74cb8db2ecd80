/** "del Consejo Estatal Electoral", "de la Comisión": an organ after a preposition. */
export function delOrgano(nombre: string): string {
  const [first = ''] = nombre.split(' ')
  if (/(?:ión|dad|ía|aria|iva|ica)$/i.test(first)) return `de la ${nombre}`
  return /(?:o|l|é|or)$/i.test(first) ? `del ${nombre}` : `de ${nombre}`
}

/** "del Partido X", "de la Coalición X", "de Movimiento Ciudadano": an actor político after a preposition. */
export function delActor(nombre: string): string {
  if (nombre.startsWith('Partido ')) return `del ${nombre}`
  return /^(?:Coalición|Alianza|Candidatura) /.test(nombre) ? `de la ${nombre}` : `de ${nombre}`
}

/** "uno, dos y tres". */
export function enLista(texts: readonly string[]): string {
  return texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} y ${texts.at(-1)}`
}
