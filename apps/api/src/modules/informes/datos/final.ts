import type { EntityManager } from 'typeorm'
import { tablaPlan, type TablaInforme } from '@conoceles/domain'
import { diaEnPalabras, mesEnPalabras } from '../../../shared/documentos/fechas.ts'
import { congelarAvance } from './avance.ts'
import { congelarCodificaciones } from './codificacion.ts'
import type { CongelarParts } from './congelar-parts.ts'
import { listMensuales } from '../informes.queries.ts'
import type { Congelado, Momento } from '../momento.ts'
import { momentosDelPlan } from '../plan.ts'
import type { TablaPublica } from './publicas.queries.ts'

/**
 * Figures of the final informe: captura and compliance by actor, public statistics, free texts as they were coded. Also the plan and the
 * monthly informes.
 */
export async function congelarFinal(tx: EntityManager, momento: Momento, parts: CongelarParts): Promise<Congelado> {
  const { tablas, metodo, relato } = await congelarAvance(tx, momento, parts)
  const captura = tablas.filter(({ clave }) => DE_CAPTURA.includes(clave))
  const publicas = [...momento.publicas.values()]
  const identidad = publicas.filter(({ tipo }) => tipo === 'identidad')
  const cualitativo = await congelarCodificaciones(tx, momento, parts)
  return {
    tablas: [
      ...captura,
      ...identidad.map(toTabla),
      ...cualitativo.tablas,
      ...publicas.filter(({ tipo }) => tipo === 'publica').map(toTabla),
      tablaPlan(await momentosDelPlan(tx, momento.zona, parts.actividades)),
      await concentrado(tx, momento),
    ],
    ...(relato ? { relato } : {}),
    metodo: [...metodo, ...(identidad.length > 0 ? LIMITES : SIN_IDENTIDAD), ...cualitativo.metodo],
  }
}

const DE_CAPTURA = ['resumen', 'avance-cargo', 'avance-actor', 'pendientes-actor', 'plazos-actor']
const LIMITES = [
  'Las estadísticas de identidad son las del sitio público en el corte que dice la portada: cada cifra es un intervalo cierto, para que nadie pueda deducir la respuesta de una persona. No se vuelven a contar para este informe.',
  'Cuentan a quienes autorizaron ese uso y, de cada tabla, a quienes su grupo de conteo ya se completó; no son una muestra de todas las candidaturas.',
]
const SIN_IDENTIDAD = ['En el corte público de la portada todavía no había estadísticas del cuestionario de identidad.']

/** A table of the statistics as its page has it: nothing is counted again. */
function toTabla({ clave, titulo, explicacion, contadaEl, minimo, columnas, filas, total, notas }: TablaPublica): TablaInforme {
  const exacta = new Map(columnas.map((columna, at) => [at, columna.exacta]))
  const toFila = (fila: TablaPublica['total']) => ({
    clave: fila.clave,
    nombre: fila.nombre,
    celdas: fila.celdas.map((celda, at) => (exacta.get(at) ? celda.minimo : celda)),
  })
  const counted = contadaEl === null ? '' : ` Se contó el ${diaEnPalabras(contadaEl)}.`
  return {
    clave: `estadistica-${clave}`,
    titulo,
    rotulo: 'Concepto',
    denominador: `${explicacion}${counted}`,
    columnas: columnas.map((columna) => ({ clave: columna.clave, nombre: columna.nombre, tipo: columna.exacta ? 'numero' : 'intervalo' })),
    filas: filas.map(toFila),
    total: toFila(total),
    notas: [...notas.map(({ texto }) => texto), ...(minimo === null ? [] : [`Mínimo de una celda: ${minimo}.`])],
    grafica: null,
  }
}

async function concentrado(tx: EntityManager, { procesoId }: Momento): Promise<TablaInforme> {
  const rows = await listMensuales(tx, procesoId)
  return {
    clave: 'mensuales',
    titulo: 'Concentrado de los informes mensuales',
    rotulo: 'Mes',
    denominador: rows.length === 0 ? 'No se emitió ningún informe mensual en el sistema.' : `Meses con informe emitido: ${rows.length}.`,
    columnas: [
      { clave: 'emisiones', nombre: 'Emisiones', tipo: 'numero' },
      { clave: 'realizadas', nombre: 'Actividades realizadas', tipo: 'numero' },
      { clave: 'hechos', nombre: 'Hechos del mes', tipo: 'numero' },
      { clave: 'vencidos', nombre: 'Plazos vencidos al corte', tipo: 'numero' },
      { clave: 'ultima', nombre: 'Última emisión', tipo: 'texto' },
    ],
    filas: rows.map(({ entregable, emisiones, realizadas, hechos, vencidos, ultima }) => ({
      clave: entregable,
      nombre: mesEnPalabras(entregable.split('/')[1] ?? ''),
      celdas: [emisiones, realizadas, hechos, vencidos, ultima],
    })),
    total: null,
    notas: [],
    grafica: null,
  }
}
