import type { FaltaDePaquete } from './falta.ts'

/** Faults of one kind in one file that are told; one mistake may be seen from dozens of rows. */
const POR_CLASE = 3

/** "cargos.json, línea 12: … . …": a fault in one line. */
export function decirFalta({ archivo, linea, dice, remedio }: FaltaDePaquete): string {
  return `${archivo}${linea === null ? '' : `, línea ${linea}`}: ${dice}. ${remedio}.`
}

/** Faults by file and line, the first ones of each kind, and how many there are. At most `limite` lines of faults. */
export function decirFaltas(faltas: readonly FaltaDePaquete[], limite = Infinity): string[] {
  const clases = new Map<string, FaltaDePaquete[]>()
  for (const falta of faltas) {
    const clase = `${falta.archivo} ${falta.remedio}`
    clases.set(clase, [...(clases.get(clase) ?? []), falta])
  }
  const lineas = [...clases.values()].flatMap((iguales) => {
    const resto = iguales.slice(POR_CLASE)
    if (resto.length <= 1) return iguales.map(decirFalta)
    return [...iguales.slice(0, POR_CLASE).map(decirFalta), `  … y ${resto.length} más en ${iguales[0]?.archivo}, que se corrigen igual.`]
  })
  const dichas = lineas.slice(0, limite)
  const total = faltas.length === 1 ? 'Una falta' : `${faltas.length} faltas`
  return [...dichas, ...(dichas.length < lineas.length ? ['  …'] : []), '', `${total}: así no se puede cargar.`]
}

/** Gaps with which the pack loads. None: no line. */
export function decirAvisos(avisos: readonly FaltaDePaquete[]): string[] {
  return avisos.length === 0 ? [] : ['', ...avisos.map((aviso) => `Aviso: ${decirFalta(aviso)}`)]
}

/** Files told at once. */
const IGNORADOS = 10

/** A warning: somebody may believe that the program reads them. None: no line. */
export function decirIgnorados(ignorados: readonly string[]): string[] {
  if (ignorados.length === 0) return []
  const resto = ignorados.length - IGNORADOS
  const dichos = [...ignorados.slice(0, IGNORADOS), ...(resto > 0 ? [`y ${resto} más`] : [])]
  return ['', `Aviso: el programa no lee ${dichos.join(', ')}. Un paquete sólo tiene archivos .json con los nombres de la guía.`]
}
