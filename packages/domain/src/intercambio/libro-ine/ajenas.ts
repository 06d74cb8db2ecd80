import { encabezadoDe } from './columnas.ts'
import type { FilaIne } from './fila.ts'
import { formaUsual } from '../../base/textos/index.ts'

/** Notes which rows are of another entidad; unless they are imported, each is refused for that alone. */
export function separarAjenas(
  filas: readonly FilaIne[],
  { entidadAjena, otrasEntidades }: { entidadAjena: (cell: string) => string | null; otrasEntidades: boolean },
): { rechazadas: ReadonlySet<FilaIne>; avisos: string[] } {
  const ajenas = filas.filter((fila) => entidadAjena(fila.celdas.entidad) !== null)
  for (const fila of ajenas) {
    const { entidad } = fila.celdas
    fila.hallazgos.push({ tipo: 'entidad', columna: encabezadoDe('entidad'), antes: entidad, despues: null })
  }
  return {
    rechazadas: new Set(otrasEntidades ? [] : ajenas),
    avisos:
      ajenas.length === 0
        ? []
        : [
            avisoDe(
              ajenas.map(({ celdas }) => toNombre(celdas.entidad)),
              otrasEntidades ? 'se importan' : 'no se importan',
            ),
          ],
  }
}

export const AJENA = 'Es de otra entidad: no se importa.'

function toNombre(cell: string): string {
  return formaUsual(cell) ?? cell
}

const number = new Intl.NumberFormat('es-MX')

function avisoDe(nombres: readonly string[], que: 'se importan' | 'no se importan'): string {
  const counts = new Map<string, number>()
  for (const nombre of nombres) counts.set(nombre, (counts.get(nombre) ?? 0) + 1)
  const each = [...counts].sort(([, a], [, b]) => b - a).map(([nombre, filas]) => `${nombre} ${number.format(filas)}`)
  const son = nombres.length === 1 ? 'renglón es de otra entidad' : 'renglones son de otras entidades'
  const verbo = nombres.length === 1 ? que.replace('importan', 'importará') : que.replace('importan', 'importarán')
  return `${number.format(nombres.length)} ${son} (${each.join(', ')}) y ${verbo}.`
}
