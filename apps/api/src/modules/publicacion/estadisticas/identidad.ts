import {
  anchoDe,
  conResto,
  consentimientoQueRige,
  formarLotes,
  loteMenor,
  SEXOS,
  tablaIdentidad,
  type EleccionConsentimiento,
  type EstadisticaPack,
  type FilaIdentidad,
  type TablaIdentidadPack,
  type Universo,
} from '@conoceles/domain'
import { randomUUID } from 'node:crypto'
import type { Publica } from '../index.ts'
import type { ConsentimientoEstadistica, LoteGuardado, Renglones } from './estadisticas.queries.ts'
import { EXPLICACION_IDENTIDAD, NOMBRES_SEXO, notasIdentidad } from './celdas-en-palabras.ts'
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

function renglonDe(desglose: TablaIdentidadPack['desglose'], { sexo, cargo }: Publica): string | null {
  return { sexo, cargo, ninguno: 'todas' }[desglose]
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
    return celda !== null && typeof respuesta === 'string' ? [{ id: publica.id, celda, respuesta }] : []
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
  const { publicas, consienten, fecha, estadistica } = contado
  const minimo = estadistica.minimo.valor
  const celdas = new Map(publicas.map((each) => [each.id, celdaDe(tabla, each)]))
  const vivos = contado.lotes
    .filter((lote) => lote.tabla === tabla.clave)
    .map((lote) => ({ ...lote, personas: lote.personas.filter((id) => consienten.has(id) && celdas.get(id) === lote.celda) }))
  const universos = universosDe(tabla, publicas)
  const rows = renglonesOf(tabla, contado.renglones).map(({ clave, nombre }) => ({
    clave,
    nombre,
    universo: universos.get(clave) ?? NINGUNA,
  }))
  const { filas, total } = tablaIdentidad(
    rows,
    vivos.map(({ personas, ...lote }) => ({ ...lote, quedan: personas.length })),
  )
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

const NINGUNA: Universo = { registradas: 0, verificadas: 0, conDistintivo: 0, sinVerificar: 0 }

/** Numbers that anybody can count on the public pages, for each row of a table with anybody in it. */
function universosDe(tabla: TablaIdentidadPack, publicas: readonly Publica[]): ReadonlyMap<string, Universo> {
  const universos = new Map<string, Universo>()
  for (const publica of publicas) {
    const clave = renglonDe(tabla.desglose, publica)
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
export function alDia(dicha: Tabla, tabla: TablaIdentidadPack, publicas: readonly Publica[]): Tabla {
  const nombres = new Map<string, string>(EXACTAS)
  const universos = universosDe(tabla, publicas)
  const filas = dicha.filas.map((fila) => {
    const universo = universos.get(fila.clave) ?? NINGUNA
    return withExact(dicha, fila, { ...conResto(universo, exactIn(dicha, fila, 'cuentan')) })
  })
  const sums = EXACTAS.map(([clave]) => [clave, filas.reduce((sum, fila) => sum + exactIn(dicha, fila, clave), 0)] as const)
  const columnas = dicha.columnas.map((columna) => ({ ...columna, nombre: nombres.get(columna.clave) ?? columna.nombre }))
  const total = withExact(dicha, dicha.total, Object.fromEntries(sums))
  return { ...dicha, columnas, filas, total, notas: dicha.minimo === null ? dicha.notas : notasDe(dicha.minimo) }
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

function renglonesOf({ desglose }: TablaIdentidadPack, { cargos }: Renglones): { clave: string; nombre: string }[] {
  if (desglose === 'cargo') return cargos
  if (desglose === 'sexo') return SEXOS.map((clave) => ({ clave, nombre: NOMBRES_SEXO[clave] }))
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
