import type { EntityManager } from 'typeorm'
import { CRUCES, type EstadisticaPack } from '@conoceles/domain'
import type { AvisosPrivacidadService } from '../../captura/avisos/index.ts'
import type { CuestionariosVigentes, IdentidadService } from '../../captura/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Aportador, Aporte, CorteEnCurso, Publica } from '../index.ts'
import {
  findUltimoCorte,
  hayCruces,
  readLotes,
  readRenglones,
  readTablasDichas,
  writeCorte,
  writeCruces,
  type LoteGuardado,
  type Renglones,
} from './estadisticas.queries.ts'
import { abrirRespuestas, listConsienten } from './contables.ts'
import { alDia, celdaDe, claveDeCruce, nuevosLotes, toCruce, toTabla, type LoContado } from './identidad.ts'
import { TABLA_INFORMACION, tablaInformacion } from './informacion.ts'
import { TABLA_GRUPOS, tablasPublicas } from './publicas.ts'
import { resumenOf, toCsv, type Tabla } from './tabla.ts'

interface EstadisticasParts {
  procesos: ProcesosService
  vigentes: CuestionariosVigentes
  identidad: IdentidadService
  avisos: AvisosPrivacidadService
}

interface Cuenta {
  corte: CorteEnCurso
  estadistica: EstadisticaPack
  publicas: readonly Publica[]
  renglones: Renglones
}

/** The public statistics, built at each corte inside the publisher: nobody else sees their sources. */
export class EstadisticasService implements Aportador {
  /** Whether every table of this version is public: one that was published by an earlier version lacks some. */
  private completas = false

  constructor(private readonly parts: EstadisticasParts) {}

  async toca(tx: EntityManager, { procesoId, hoy }: { procesoId: string; hoy: string }): Promise<boolean> {
    const { estadistica } = (await this.parts.procesos.proceso(tx)).catalogos
    if (estadistica === undefined) return false
    return (await this.faltan(tx)) || (await this.fechaPorContar(tx, { procesoId, hoy, estadistica })) !== null
  }

  async aportes(tx: EntityManager, corte: CorteEnCurso): Promise<Aporte[]> {
    const proceso = await this.parts.procesos.confirmado(tx)
    const { estadistica } = proceso.catalogos
    if (!estadistica) return []
    const fecha = await this.fechaPorContar(tx, { ...corte, estadistica })
    if (!corte.cambio && fecha === null && !(await this.faltan(tx))) return []
    const cuenta = { corte, estadistica, publicas: corte.publicas(), renglones: await readRenglones(tx, corte) }
    const publicas = publicasDe(cuenta, proceso)
    const identidad = fecha === null ? await this.contadas(tx, cuenta) : await this.contar(tx, fecha, cuenta)
    if (fecha === null) await this.completarCruces(tx, cuenta)
    const contadaEl = fecha ?? (await findUltimoCorte(tx, corte.procesoId))
    return [
      { ruta: 'estadisticas', ...SIN_PASADO, body: indexOf([...identidad, ...publicas], { estadistica, contadaEl }) },
      ...[...publicas, ...identidad].flatMap(toAportes),
    ]
  }

  private async faltan(tx: EntityManager): Promise<boolean> {
    this.completas ||= (await readTablasDichas(tx, [TABLA_INFORMACION])).length > 0
    return !this.completas
  }

  /** The newest day of the pack that has come, unless answers were counted for it; null: their figures stay as they are. */
  private async fechaPorContar(
    tx: EntityManager,
    { procesoId, hoy, estadistica }: { procesoId: string; hoy: string; estadistica: EstadisticaPack },
  ): Promise<string | null> {
    const fecha = estadistica.cortes.map((each) => each.fecha).findLast((day) => day <= hoy) ?? null
    if (fecha === null) return null
    const last = await findUltimoCorte(tx, procesoId)
    return last === null || last < fecha ? fecha : null
  }

  /** The tables that were counted before: no answer is counted anew, and the rest is of the public pages of today. */
  private async contadas(tx: EntityManager, { estadistica, publicas }: Cuenta): Promise<Tabla[]> {
    const told = estadistica.tablas.flatMap((tabla) => [
      { tabla, por: tabla.desglose, clave: tabla.clave },
      ...crucesPublicos(tabla).map((por) => ({ tabla, por, clave: claveDeCruce(tabla.clave, por) })),
    ])
    const dichas = await readTablasDichas(
      tx,
      told.map(({ clave }) => clave),
    )
    return told.flatMap(({ tabla, por, clave }) =>
      dichas.filter((dicha) => dicha.clave === clave).map((dicha) => alDia(dicha, tabla, { publicas, por })),
    )
  }

  /** The crossings of the last day of counting, where the version that counted kept none. No answer is opened for them. */
  private async completarCruces(tx: EntityManager, { corte, ...cuenta }: Cuenta): Promise<void> {
    const fecha = await findUltimoCorte(tx, corte.procesoId)
    if (fecha === null || (await hayCruces(tx, corte.procesoId, fecha))) return
    const consienten = await listConsienten(tx, this.parts.avisos, corte.orden)
    const lotes = await readLotes(tx, corte.procesoId)
    await writeCruces(tx, { procesoId: corte.procesoId, fecha }, crucesDe({ ...cuenta, fecha, consienten, lotes }))
  }

  private async contar(tx: EntityManager, fecha: string, cuenta: Cuenta): Promise<Tabla[]> {
    const { corte, estadistica } = cuenta
    const consienten = await listConsienten(tx, this.parts.avisos, corte.orden)
    const before = await readLotes(tx, corte.procesoId)
    const lotes = await this.formar(tx, { ...cuenta, consienten, before })
    await writeCorte(tx, { procesoId: corte.procesoId, fecha, corte: corte.numero, en: corte.en, lotes })
    const contado = { ...cuenta, fecha, consienten, lotes: [...before, ...lotes] }
    await writeCruces(tx, { procesoId: corte.procesoId, fecha }, crucesDe(contado))
    return estadistica.tablas.flatMap((tabla) => [
      toTabla(tabla, contado),
      ...crucesPublicos(tabla).map((por) => toCruce(tabla, por, contado)),
    ])
  }

  /**
   * Opens the answers of those who consent and were never counted, and of nobody else. Answers under a key that is not here wait for the
   * next day of counting. Nothing that has to leave the public world waits for them.
   */
  private async formar(
    tx: EntityManager,
    { estadistica, publicas, corte, consienten, before }: Cuenta & { consienten: ReadonlySet<string>; before: LoteGuardado[] },
  ): Promise<LoteGuardado[]> {
    const minimo = estadistica.minimo.valor
    const lotes: LoteGuardado[] = []
    for (const tabla of estadistica.tablas) {
      const counted = new Set(before.filter((lote) => lote.tabla === tabla.clave).flatMap(({ personas }) => personas))
      const deben = publicas.filter((each) => consienten.has(each.id) && !counted.has(each.id) && celdaDe(tabla, each) !== null)
      // In an order that has nothing to do with their answers.
      deben.sort((a, b) => (a.id < b.id ? -1 : 1))
      const ids = deben.map(({ id }) => id)
      const cerradas = await this.parts.identidad.cerradas(tx, ids)
      const porContar = deben.filter(({ id }) => !cerradas.has(id))
      const respuestas = await abrirRespuestas(tx, porContar, { ...this.parts, preguntas: [tabla.pregunta], orden: corte.orden })
      lotes.push(...nuevosLotes(tabla, { porContar, minimo, respuestaDe: (id) => respuestas.get(id)?.[tabla.pregunta] }))
    }
    return lotes
  }
}

/** Facts by which everybody is told a table too. */
function crucesPublicos({ cruces = [] }: EstadisticaPack['tablas'][number]) {
  return cruces.filter(({ publica }) => publica).map(({ por }) => por)
}

/** Every table by every fact: a councillor may ask for any. */
function crucesDe(contado: LoContado) {
  const { tablas } = contado.estadistica
  return tablas.flatMap((tabla) => CRUCES.map((por) => ({ tabla: tabla.clave, por, contenido: toCruce(tabla, por, contado) })))
}

/**
 * Only the present version of a table is public: subtracting an earlier one from a later one could reveal a withdrawn answer. Nobody keeps
 * those that count badges, like the badges themselves.
 */
function toAportes(tabla: Tabla): Aporte[] {
  const ruta = `estadisticas/${tabla.clave}`
  const anteriores = tabla.tipo === 'identidad' || tabla.clave === TABLA_GRUPOS ? 'destruccion' : 'archivo'
  return [
    { ruta, anteriores, renueva: true, body: tabla },
    { ruta: `${ruta}/csv`, anteriores, medio: 'text/csv; charset=utf-8', contenido: toCsv(tabla) },
  ]
}

/** Figures that the pages of today give. */
function publicasDe(
  cuenta: Cuenta,
  { clave: proceso, catalogos: { grupos, consulta } }: Awaited<ReturnType<ProcesosService['proceso']>>,
): Tabla[] {
  const { publicas, renglones, corte } = cuenta
  const sorteo = consulta?.orden.clave === 'sorteo_diario' ? corte.hoy : null
  return [...tablasPublicas(publicas, { ...cuenta, grupos }), tablaInformacion(publicas, { actores: renglones.actores, proceso, sorteo })]
}

/** With the figures of every table, those of the badges too, it has no more of a past than they have. */
const SIN_PASADO = { anteriores: 'destruccion', renueva: true } as const

/** Tables of identity are there once they were counted. */
function indexOf(tablas: readonly Tabla[], { estadistica, contadaEl }: { estadistica: EstadisticaPack; contadaEl: string | null }): object {
  return {
    contadaEl,
    proximas: estadistica.cortes.map(({ fecha }) => fecha).filter((fecha) => contadaEl === null || fecha > contadaEl),
    elementos: tablas.map(resumenOf),
  }
}
