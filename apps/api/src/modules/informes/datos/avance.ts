import type { EntityManager } from 'typeorm'
import {
  cifraDe,
  relatoAvance,
  tablasAvance,
  tablaVisitas,
  type AvanceAnterior,
  type ConteoPublico,
  type TablaInforme,
} from '@conoceles/domain'
import type { ProcesosService } from '../../proceso/index.ts'
import { diaEnPalabras, instanteEnPalabras } from '../../../shared/documentos/fechas.ts'
import { countAvance, countPorPublicar } from './avance.queries.ts'
import { findCorteAnterior } from '../informes.queries.ts'
import type { Congelado, Momento } from '../momento.ts'
import type { TablaPublica } from './publicas.queries.ts'
import { readVisitas } from './visitas.queries.ts'

/** The proceso and its catalogues. */
export type Catalogos = Pick<ProcesosService, 'proceso' | 'cargos' | 'actores'>

/** Figures of an avance cuantitativo: captures from their own tables, public data from their public pages. */
export async function congelarAvance(
  tx: EntityManager,
  momento: Momento,
  { procesos }: { procesos: Pick<Catalogos, 'cargos' | 'actores'> },
): Promise<Congelado> {
  const { procesoId, hoy, publicas } = momento
  const cargos = (await procesos.cargos(tx)).map(({ clave, nombre, principio }) => ({ clave, nombre, clase: principio }))
  const actores = (await procesos.actores(tx)).map(({ clave, nombre, tipo }) => ({ clave, nombre, clase: tipo }))
  const porPublicar = await countPorPublicar(tx, hoy)
  const conteos = await countAvance(tx, { procesoId, hoy })
  const anterior = await anteriorOf(tx, momento)
  const tablas = tablasAvance({
    conteos,
    cargos,
    actores,
    publico: publicoOf(momento),
    anterior,
  })
  const visitas = await visitasOf(tx, momento)
  const relato = { titulo: 'Resultado al corte', parrafos: relatoAvance(conteos, anterior) }
  const metodo = metodoOf({ ...momento, porPublicar, hayPublicas: publicas.size > 0, hayVisitas: visitas !== null })
  return { tablas: visitas ? [...tablas, visitas] : tablas, relato, metodo }
}

async function visitasOf(tx: EntityManager, { ahora, zona }: Momento): Promise<TablaInforme | null> {
  const visitas = await readVisitas(tx, ahora)
  return (
    visitas &&
    tablaVisitas({ veces: visitas.veces, desde: instanteEnPalabras(visitas.desde, zona), hasta: instanteEnPalabras(ahora, zona) })
  )
}

function publicoOf({ corte, publicas, zona }: Momento) {
  const cargos = publicas.get('cargo')
  const actores = publicas.get('actor')
  if (!corte || !cargos || !actores) return null
  const nombre = `en el corte público ${corte.numero} (${instanteEnPalabras(corte.en, zona)})`
  return { corte: nombre, cargos: conteosOf(cargos), actores: conteosOf(actores) }
}

function conteosOf({ columnas, filas, total }: TablaPublica): ConteoPublico[] {
  const at = (clave: string) => columnas.findIndex((columna) => columna.clave === clave)
  return [...filas, total].map(({ clave, celdas }) => ({
    clave,
    registradas: celdas[at('registradas')]?.minimo ?? 0,
    conCaptura: celdas[at('conCaptura')]?.minimo ?? 0,
    verificadas: celdas[at('verificadas')]?.minimo ?? 0,
  }))
}

/** The newest cut of another informe of its kind. */
async function anteriorOf(tx: EntityManager, { procesoId, clave, zona }: Momento): Promise<AvanceAnterior | null> {
  const row = await findCorteAnterior(tx, { procesoId, clase: 'avance', entregable: clave })
  const resumen = row?.datos.tablas.find((tabla) => tabla.clave === 'resumen')
  if (!row || !resumen) return null
  const { numero, datos } = row
  return {
    nombre: `corte ${numero} del informe ${datos.entregable.numero} (${instanteEnPalabras(datos.tomadoEn, zona)})`,
    cifras: Object.fromEntries(resumen.filas.map((fila) => [fila.clave, Number(cifraDe(resumen, fila.clave, 'cifra'))])),
  }
}

interface Limites {
  hoy: string
  porPublicar: number
  hayPublicas: boolean
  hayVisitas: boolean
}

function metodoOf({ hoy, porPublicar, hayPublicas, hayVisitas }: Limites): string[] {
  return [
    'Se cuentan candidaturas, propietarias y suplentes, en el momento del corte y en la base en que se capturan. Cada una está en un solo renglón de cada tabla.',
    'Por actor político se cuenta a quien postula: una coalición o candidatura común se cuenta como tal, y no en los partidos que la integran.',
    'Concluyó la captura la parte del universo que la tiene completa y sin observaciones por atender. Que una captura esté incompleta no afecta el registro de la candidatura.',
    `Un plazo está vencido cuando su último día es anterior al ${diaEnPalabras(hoy)}.`,
    'Se capturó fuera de plazo cuando así lo dice el acuse de alguno de sus guardados. De lo que trajo una carga no hay acuse, y no se juzga.',
    ...(hayVisitas ? [] : ['No se midieron visitas al sitio público.']),
    ...(hayPublicas ? [] : ['En el momento del corte no había estadísticas públicas: nada se había publicado todavía.']),
    ...(porPublicar > 0
      ? [`En el momento del corte, la publicación de ${porPublicar} candidaturas con actos recientes estaba por hacerse.`]
      : []),
  ]
}
