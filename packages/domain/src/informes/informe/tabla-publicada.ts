import type { ConteoPublico } from './cifras-avance.ts'
import { enCifras, numero, type TablaInforme } from './tabla.ts'

const EMPEZADA =
  'Captura empezada: tienen al menos una sección guardada, aunque no esté completa. Por eso son más que las capturadas de las otras tablas, que alguna vez quedaron completas.'

/** Published counts of each row, as its page tells them. */
export function publicadas(
  {
    clave,
    titulo,
    rotulo,
    renglones,
  }: { clave: string; titulo: string; rotulo: string; renglones: readonly { clave: string; nombre: string }[] },
  conteos: readonly ConteoPublico[],
  corte: string,
): TablaInforme {
  const known = new Map(conteos.map((each) => [each.clave, each]))
  const celdas = (c: ConteoPublico | undefined) => (c ? [c.registradas, c.conCaptura, c.verificadas] : [null, null, null])
  const total = known.get('total')
  return {
    clave: `publicas-${clave}`,
    titulo: `Lo que es público ${titulo}`,
    rotulo,
    denominador: `Candidaturas vigentes en el sitio público, ${corte}: ${enCifras(total?.registradas ?? 0)}.`,
    columnas: [
      numero('registradas', 'Publicadas'),
      numero('conCaptura', 'Captura empezada'),
      numero('verificadas', 'Con captura verificada'),
    ],
    filas: renglones.filter((each) => known.has(each.clave)).map((each) => ({ clave: each.clave, nombre: each.nombre, celdas: celdas(known.get(each.clave)) })),
    total: total ? { clave: 'total', nombre: 'Total', celdas: celdas(total) } : null,
    notas: [EMPEZADA, 'Estas cifras son las de la página pública de estadísticas en ese corte. De los cargos cuya publicación no ha comenzado todavía no hay renglón.'],
    grafica: null,
  } // prettier-ignore
}
