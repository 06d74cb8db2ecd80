import {
  anchoDe,
  celdaFina,
  conResto,
  consentimientoQueRige,
  formarLotes,
  JUNTAS,
  loteMenor,
  SEXOS,
  SIN_MUNICIPIO,
  tablaCruzada,
  tablaIdentidad,
  valorDeCelda,
  type CeldaIdentidad,
  type Cruce,
  type EleccionConsentimiento,
  type EstadisticaPack,
  type FilaCruzada,
  type FilaIdentidad,
  type LoteVivo,
  type TablaIdentidadPack,
  type Universo,
} from '@conoceles/domain'
import { randomUUID } from 'node:crypto'
import type { Publica } from '../index.ts'
import type { ConsentimientoEstadistica, LoteGuardado, Renglones } from './estadisticas.queries.ts'
import { CRUCE_EN_PALABRAS, EXPLICACION_IDENTIDAD, NOMBRES_SEXO, notasCruce, notasIdentidad } from './celdas-en-palabras.ts'
import type { Celda, FilaTabla, Tabla } from './tabla.ts'

/**
 * Whether her answers may be counted: the choice that governs allows it, is good, and the aviso in force does not ask for it again.
 * `porRenovar`: by aviso, the choices that do not hold until they are made anew.
 */
export function consienteEstadistica(
  delMasReciente: readonly ConsentimientoEstadistica[],
  porRenovar: ReadonlyMap<string, readonly EleccionConsentimiento[]>,
): boolean {
  const rige = consentimientoQueRige(delMasReciente)
  const good = rige !== null && (rige.revision === 'no_requiere' || rige.revision === 'aceptada')
  if (!good || !rige.tratamiento || !rige.estadistica) return false
  const asked = porRenovar.get(rige.aviso) ?? []
  return !asked.includes('tratamiento') && !asked.includes('estadistica')
}

/** Row of a table in whose lotes this candidatura may be; null: in none, because her badge shows her answer. */
export function celdaDe({ desglose, grupo }: TablaIdentidadPack, publica: Publica): string | null {
  return grupo !== null && publica.grupos.includes(grupo) ? null : renglonDe(desglose, publica)
}

function renglonDe(desglose: TablaIdentidadPack['desglose'] | Cruce, { sexo, cargo, actor, municipio }: Publica): string | null {
  return { sexo, cargo, actor, municipio: municipio ?? SIN_MUNICIPIO, ninguno: 'todas' }[desglose]
}

/** Her cell by the crossings of the pack too; null where there are none. */
function finaDe(tabla: TablaIdentidadPack, publica: Publica): string | null {
  const celda = celdaDe(tabla, publica)
  const cruces = tabla.cruces ?? []
  if (celda === null || cruces.length === 0) return null
  return celdaFina(
    celda,
    cruces.map(({ por }) => [por, renglonDe(por, publica) ?? '']),
  )
}

/** Lotes of those who consent and are not counted yet. `respuestaDe`: her answer to the question of the table; opened here only. */
export function nuevosLotes(
  tabla: TablaIdentidadPack,
  { porContar, minimo, respuestaDe }: { porContar: readonly Publica[]; minimo: number; respuestaDe: (id: string) => unknown },
): LoteGuardado[] {
  const clave = new Map(tabla.respuestas.flatMap((respuesta) => respuesta.valores.map((valor) => [valor as unknown, respuesta.clave])))
  const personas = porContar.flatMap((publica) => {
    const celda = celdaDe(tabla, publica)
    const respuesta = clave.get(respuestaDe(publica.id))
    if (celda === null || typeof respuesta !== 'string') return []
    const fina = finaDe(tabla, publica)
    return [{ id: publica.id, celda, respuesta, ...(fina !== null && { fina }) }]
  })
  const formed = formarLotes(personas, { minimo, respuestas: tabla.respuestas.map((respuesta) => respuesta.clave) })
  return formed.map(({ lote, personas: own }) => ({ ...lote, id: randomUUID(), tabla: tabla.clave, personas: own.map(({ id }) => id) }))
}

export interface LoContado {
  fecha: string
  publicas: readonly Publica[]
  /** Those who consent to statistics and are in force. */
  consienten: ReadonlySet<string>
  /** Lotes of every table. */
  lotes: readonly LoteGuardado[]
  renglones: Renglones
  estadistica: EstadisticaPack
}

/** The public table: exact where anybody can count, true intervals where not. */
export function toTabla(tabla: TablaIdentidadPack, contado: LoContado): Tabla {
  const { fecha, estadistica } = contado
  const minimo = estadistica.minimo.valor
  const { filas, total } = tablaIdentidad(celdasDe(tabla, tabla.desglose, contado), vivosDe(tabla, contado))
  return {
    clave: tabla.clave,
    titulo: tabla.titulo,
    tipo: 'identidad',
    explicacion: EXPLICACION_IDENTIDAD,
    contadaEl: fecha,
    minimo,
    columnas: columnasOf(tabla),
    filas: filas.map((fila) => toFila(fila, tabla)),
    total: toFila(total, tabla),
    notas: notasDe(minimo),
    fuente: tabla.fuente,
    confianza: tabla.confianza,
  }
}

/** The same answers by another fact of the public pages, for somebody of the institute who asks, or for all where the pack says so. */
export function toCruce(tabla: TablaIdentidadPack, por: Cruce, contado: LoContado): Tabla {
  const valor = ({ celda }: LoteVivo) => (tabla.desglose === por ? celda : valorDeCelda(celda, por))
  const vivos = vivosDe(tabla, contado)
  // Groups of several rows are the total if none is of one row alone.
  const filas = tablaCruzada(celdasDe(tabla, por, contado), vivos, valor).filter(({ clave }) => clave !== JUNTAS || separaPor(tabla, por))
  const { total } = tablaIdentidad(celdasDe(tabla, tabla.desglose, contado), vivos)
  const minimo = contado.estadistica.minimo.valor
  const columnas = columnasOf(tabla).filter(({ clave }) => !DEL_RESTO.has(clave))
  const { universo: _universo, ...empty } = VACIA
  return {
    clave: claveDeCruce(tabla.clave, por),
    titulo: `${tabla.titulo}, por ${CRUCE_EN_PALABRAS[por]}`,
    tipo: 'identidad',
    explicacion: EXPLICACION_IDENTIDAD,
    contadaEl: contado.fecha,
    minimo,
    columnas,
    filas: filas.map((fila) => filaCruzada(fila, columnas)),
    total: filaCruzada({ ...empty, universo: total, cuentan: total.cuentan, respuestas: total.respuestas }, columnas),
    notas: [...notasCruce({ por, separa: separaPor(tabla, por), lote: loteMenor(minimo) }), ...notasDe(minimo).filter(({ clave }) => DE_CRUCE.has(clave))],
    fuente: tabla.fuente,
    confianza: tabla.confianza,
  }
} // prettier-ignore

/** Whether the groups of a table are formed within the rows of a crossing. */
export function separaPor({ desglose, cruces = [] }: TablaIdentidadPack, por: Cruce): boolean {
  return desglose === por || cruces.some((each) => each.por === por)
}

export function claveDeCruce(tabla: string, por: Cruce): string {
  return `${tabla}-por-${por}`
}

const VACIA: FilaCruzada = { clave: 'total', nombre: 'Total', universo: null, cuentan: null, respuestas: null }
/** By the rest of those registered, who is in no group of a row could be worked out. */
const DEL_RESTO: ReadonlySet<string> = new Set(['sinVerificar', 'fuera'])
const DE_CRUCE: ReadonlySet<string> = new Set(['tramos', 'pocas', 'salidas', 'distintivo'])

function filaCruzada({ clave, nombre, universo, cuentan, respuestas }: FilaCruzada, columnas: Tabla['columnas']): FilaTabla {
  const exact: Partial<Record<string, number>> = { ...universo, ...(cuentan !== null && { cuentan }) }
  const celdas = columnas.map((columna): Celda => {
    const n = columna.exacta ? exact[columna.clave] : undefined
    return n === undefined ? (respuestas?.[columna.clave] ?? NADIE) : { minimo: n, maximo: n }
  })
  return { clave, nombre, celdas }
}

/** Lotes of a table with those who are still counted in them. */
function vivosDe(tabla: TablaIdentidadPack, { publicas, consienten, lotes }: LoContado): LoteVivo[] {
  const celdas = new Map(publicas.map((each) => [each.id, [celdaDe(tabla, each), finaDe(tabla, each)]]))
  return lotes
    .filter((lote) => lote.tabla === tabla.clave)
    .map(({ personas, ...lote }) => ({
      ...lote,
      quedan: personas.filter((id) => consienten.has(id) && celdas.get(id)?.includes(lote.celda)).length,
    }))
}

function celdasDe(tabla: TablaIdentidadPack, por: TablaIdentidadPack['desglose'] | Cruce, { publicas, renglones }: LoContado): CeldaIdentidad[] {
  const universos = universosDe(tabla, publicas, por)
  return renglonesOf(por, renglones).map(({ clave, nombre }) => ({ clave, nombre, universo: universos.get(clave) ?? NINGUNA }))
} // prettier-ignore

const NINGUNA: Universo = { registradas: 0, verificadas: 0, conDistintivo: 0, sinVerificar: 0 }

/** Numbers that anybody can count on the public pages, for each row of a table with anybody in it. */
function universosDe(
  tabla: TablaIdentidadPack,
  publicas: readonly Publica[],
  por: TablaIdentidadPack['desglose'] | Cruce,
): ReadonlyMap<string, Universo> {
  const universos = new Map<string, Universo>()
  for (const publica of publicas) {
    const clave = renglonDe(por, publica)
    if (clave === null) continue
    const universo = universos.get(clave) ?? { ...NINGUNA }
    universos.set(clave, universo)
    universo.registradas += 1
    if (publica.captura === 'verificada') universo.verificadas += 1
    if (celdaDe(tabla, publica) === null) universo.conDistintivo += 1
    else if (publica.captura !== 'verificada') universo.sinVerificar += 1
  }
  return universos
}

/**
 * A table with earlier counts, beside the figures of today's public pages. Older figures beside today's pages would tell who took a badge
 * back, or the sex of somebody who is not shown any more. Answers and their number stay as they were counted; names and explanations go
 * with the present way to count.
 */
export function alDia(
  dicha: Tabla,
  tabla: TablaIdentidadPack,
  { publicas, por }: { publicas: readonly Publica[]; por: TablaIdentidadPack['desglose'] | Cruce },
): Tabla {
  const nombres = new Map<string, string>(EXACTAS)
  const universos = universosDe(tabla, publicas, por)
  const filas = dicha.filas.map((fila) => {
    if (fila.clave === JUNTAS) return fila
    const universo = universos.get(fila.clave) ?? NINGUNA
    return withExact(dicha, fila, { ...conResto(universo, exactIn(dicha, fila, 'cuentan')) })
  })
  const sums = EXACTAS.map(([clave]) => [clave, filas.reduce((sum, fila) => sum + exactIn(dicha, fila, clave), 0)] as const)
  const columnas = dicha.columnas.map((columna) => ({ ...columna, nombre: nombres.get(columna.clave) ?? columna.nombre }))
  const total = withExact(dicha, dicha.total, Object.fromEntries(sums))
  return { ...dicha, columnas, filas, total, notas: dicha.minimo === null || por !== tabla.desglose ? dicha.notas : notasDe(dicha.minimo) }
}

function exactIn({ columnas }: Tabla, { celdas }: FilaTabla, clave: string): number {
  return celdas[columnas.findIndex((columna) => columna.clave === clave)]?.minimo ?? 0
}

function withExact({ columnas }: Tabla, fila: FilaTabla, exact: Readonly<Partial<Record<string, number>>>): FilaTabla {
  const celdas = fila.celdas.map((celda, at): Celda => {
    const n = exact[columnas[at]?.clave ?? '']
    return n === undefined ? celda : { minimo: n, maximo: n }
  })
  return { ...fila, celdas }
}

function notasDe(minimo: number): Tabla['notas'] {
  return notasIdentidad({ minimo, ancho: anchoDe(minimo), lote: loteMenor(minimo) })
}

function renglonesOf(
  por: TablaIdentidadPack['desglose'] | Cruce,
  { cargos, actores, municipios }: Renglones,
): { clave: string; nombre: string }[] {
  if (por === 'cargo') return cargos
  if (por === 'actor') return actores
  if (por === 'municipio') return [...municipios, { clave: SIN_MUNICIPIO, nombre: 'Sin municipio' }]
  if (por === 'sexo') return SEXOS.map((clave) => ({ clave, nombre: NOMBRES_SEXO[clave] }))
  return [{ clave: 'todas', nombre: 'Todas las candidaturas' }]
}

const EXACTAS = [
  ['registradas', 'Candidaturas'],
  ['verificadas', 'Verificadas'],
  ['conDistintivo', 'Con distintivo público'],
  ['sinVerificar', 'Sin verificar'],
  ['fuera', 'Las demás'],
  ['cuentan', 'Contestaron y cuentan'],
] as const

function columnasOf({ respuestas, grupo }: TablaIdentidadPack): Tabla['columnas'] {
  return [
    ...EXACTAS.filter(([clave]) => grupo !== null || clave !== 'conDistintivo').map(([clave, nombre]) => ({ clave, nombre, exacta: true })),
    ...respuestas.map(({ clave, nombre }) => ({ clave, nombre, exacta: false })),
  ]
}

const NADIE: Celda = { minimo: null, maximo: null }

function toFila(fila: FilaIdentidad, tabla: TablaIdentidadPack): Tabla['total'] {
  const { clave, nombre, respuestas, ...counts } = fila
  const exact: Partial<Record<string, number>> = counts
  const celdas = columnasOf(tabla).map((columna): Celda => {
    const n = exact[columna.clave]
    return n === undefined ? (respuestas?.[columna.clave] ?? NADIE) : { minimo: n, maximo: n }
  })
  return { clave, nombre, celdas }
}
