import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { EntityManager } from 'typeorm'
import { localDay, longDate, type Milestone } from '@conoceles/domain'
import type { AprobacionesService, ExcepcionDto } from '../aprobaciones/index.ts'
import type { Acuse, AcusesService, BitacoraService } from '../../bitacora/index.ts'
import { Documento } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import type { ClaveActo } from '../../../shared/actos.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { ActoActividadDto, CumplimientoDto, EntregableDetailDto } from './actividades.dto.ts'
import type { ActividadesService } from './actividades.service.ts'
import { Cumplimiento } from './cumplimiento.entity.ts'
import { Resolucion } from './resolucion.entity.ts'

interface Services {
  bitacora: BitacoraService
  acuses: AcusesService
  procesos: ProcesosService
  actividades: ActividadesService
  aprobaciones: AprobacionesService
}

interface Place {
  clave: string
  milestone: Milestone
}

export interface Cumplir extends Place {
  aplica: boolean
  ocurridoEn: string
  referencia: string
  documentoId: string | null
  /** Why an informe counts as approved without a vote on its own point. */
  excepcion?: ExcepcionDto | null
}

const SIN_VOTO = 'No consta el voto de ningún punto de este informe, después de enviar su versión.'

/** Clave by which a proposal that waits for another person names the informe. */
export function materiaDeInforme(clave: string): string {
  return `informe:${clave}`
}

/** Acts of the Secretaría on the duties to the INE: the choice of the source that governs, and fulfilments by their evidence. */
export class ActosActividadService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  /** A person chooses which source governs; until then the earliest date does. */
  resolver(quien: Quien, place: Place, { statement, razon }: { statement: string; razon: string }): Promise<ActoActividadDto> {
    const call = { ...place, acto: 'actividad.resuelta' as const, detalle: { statement } }
    return this.perform(quien, call, async (tx, detail, { now }) => {
      const chosen = detail.statements.find((each) => each.milestone === place.milestone && each.clave === statement)
      assert(chosen?.fin ? [] : ['Esa fuente no da una fecha para este momento.'])
      const { id: procesoId } = await this.services.procesos.proceso(tx)
      const { cuentaId: resueltaPor, rol } = quien
      const row = { id: randomUUID(), procesoId, entregable: place.clave, milestone: place.milestone, statement, razon }
      await tx.insert(Resolucion, { ...row, resueltaEn: now, resueltaPor, rol })
    })
  }

  /** Done, by its evidence: its own date counts, and that of its upload is kept beside it. */
  cumplir(quien: Quien, { motivo, ...call }: Cumplir & { motivo: string | null }): Promise<ActoActividadDto> {
    return act(this.deps.databases, quien, async (tx) => {
      const excepcion = await this.excepcionOf(tx, quien, { ...call, motivo })
      return excepcion === 'propuesta' ? this.registrarPropuesta(tx, quien, call) : this.cumplirIn(tx, quien, { ...call, excepcion })
    })
  }

  /** An informe is approved by the vote of its organ, which its sesión tells; told by hand it takes a reason and another person. */
  private async excepcionOf(
    tx: EntityManager,
    quien: Quien,
    { clave, milestone, motivo, ...hecho }: Cumplir & { motivo: string | null },
  ): ReturnType<AprobacionesService['exigir']> {
    const { id: procesoId, catalogos } = await this.services.procesos.proceso(tx)
    const { actividad } = await this.services.actividades.find(tx, clave)
    const { actividades } = await this.services.actividades.leerPrograma(tx)
    const informe = actividades.some((each) => each.clave === actividad && each.informe !== undefined)
    const votado = informe && hecho.aplica && catalogos.organos.some(({ aprueba }) => aprueba === milestone)
    const version = 1 + (await tx.countBy(Cumplimiento, { procesoId, entregable: clave, milestone }))
    return this.services.aprobaciones.exigir(tx, quien, {
      ...{ procesoId, materia: materiaDeInforme(clave), acto: milestone, version, contenido: hecho, motivo },
      ...{ faltas: votado ? [SIN_VOTO] : [], ahora: toDate(this.deps.clock.now()) },
    })
  }

  private async registrarPropuesta(tx: EntityManager, quien: Quien, { clave, milestone, ...hecho }: Cumplir): Promise<ActoActividadDto> {
    const acuse = await this.services.acuses.emitir(tx, 'aprobacion.propuesta', { entregable: clave, milestone, ...hecho })
    const { cuentaId, rol, requestId } = quien
    const objeto = { tipo: 'entregable', id: clave }
    const detalle = { aprueba: milestone, folio: acuse.folio }
    await this.services.bitacora.registrar(tx, { acto: 'aprobacion.propuesta', cuentaId, rol, objeto, detalle, requestId })
    return { entregable: await this.services.actividades.find(tx, clave), acuse }
  }

  /** The same inside the transaction of another act: a sesión that approves, a remisión that is sent. */
  cumplirIn(tx: EntityManager, quien: Quien, { clave, milestone, ...hecho }: Cumplir): Promise<ActoActividadDto> {
    const detalle = { aplica: hecho.aplica, ocurridoEn: hecho.ocurridoEn, documento: hecho.documentoId }
    const call = { quien, clave, milestone, acto: 'actividad.cumplida' as const, detalle }
    return this.performIn(tx, call, async (detail, stamp) => {
      assert(cumplimientoOf(detail, milestone) ? ['Ya consta como hecha; para cambiarlo, anule primero lo anterior.'] : [])
      await this.insertCumplimiento(tx, { quien, detail, milestone, ...hecho, ...stamp })
    })
  }

  /** Annuls evidence that turned out not to be any: it stays in the record, and the duty is open again. */
  anular(quien: Quien, place: Place, motivo: string): Promise<ActoActividadDto> {
    return act(this.deps.databases, quien, (tx) => this.anularIn(tx, quien, { ...place, motivo }))
  }

  /** The same inside the transaction of another act: a remisión that is annulled. */
  anularIn(tx: EntityManager, quien: Quien, { motivo, ...place }: Place & { motivo: string }): Promise<ActoActividadDto> {
    const call = { quien, ...place, acto: 'actividad.cumplimiento_anulado' as const, detalle: {} }
    return this.performIn(tx, call, (detail, { now }) => annul(tx, cumplimientoOf(detail, place.milestone), { quien, now, motivo }))
  }

  /** Corrects the facts of one evidence: the earlier ones stay in the record, and these count. */
  corregirIn(
    tx: EntityManager,
    quien: Quien,
    { clave, milestone, motivo, ...hecho }: Cumplir & { motivo: string },
  ): Promise<ActoActividadDto> {
    const detalle = { ocurridoEn: hecho.ocurridoEn, documento: hecho.documentoId }
    const call = { quien, clave, milestone, acto: 'actividad.cumplimiento_corregido' as const, detalle }
    return this.performIn(tx, call, async (detail, stamp) => {
      await annul(tx, cumplimientoOf(detail, milestone), { quien, now: stamp.now, motivo })
      await this.insertCumplimiento(tx, { quien, detail, milestone, ...hecho, ...stamp })
    })
  }

  private async insertCumplimiento(tx: EntityManager, { quien, now, detail, ...hecho }: Insertar): Promise<void> {
    const ocurridoEn = toDate(Temporal.Instant.from(hecho.ocurridoEn))
    const known = hecho.documentoId === null || (await tx.existsBy(Documento, { id: hecho.documentoId }))
    assert([
      ...(ocurridoEn > now ? ['La evidencia no puede tener una fecha que todavía no llega.'] : []),
      ...(known ? [] : ['El documento no existe.']),
      ...(await this.againstStart(tx, detail, hecho.ocurridoEn)),
    ])
    const { id: procesoId } = await this.services.procesos.proceso(tx)
    await tx.insert(Cumplimiento, {
      ...{ id: randomUUID(), procesoId, entregable: detail.clave, ...hecho, ocurridoEn },
      ...{ registradoEn: now, registradoPor: quien.cuentaId, anuladoEn: null, anuladoPor: null, anuladoMotivo: null },
    })
  }

  /** A year typed wrong is no evidence in time. The window of a term is no bound: a document may be handed in before it opens. */
  private async againstStart(tx: EntityManager, { evento }: EntregableDetailDto, ocurridoEn: string): Promise<string[]> {
    const { zona } = await this.services.procesos.proceso(tx)
    const { vigencia } = await this.services.actividades.leerPrograma(tx)
    const desde = evento?.fecha ?? vigencia.desde
    const since = evento ? `La obligación nació el ${longDate(desde)}.` : `El programa de trabajo empieza el ${longDate(desde)}.`
    return localDay(ocurridoEn, zona) < desde ? [`La evidencia tiene una fecha en que esto no se podía haber hecho. ${since}`] : []
  }

  /** Locks all places at once for an act on several: the bitácora is a lock that everybody waits for. */
  async lock(tx: EntityManager, places: readonly Place[]): Promise<void> {
    for (const key of places.map(({ clave, milestone }) => `actividad|${clave}|${milestone}`).sort()) {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key])
    }
  }

  private perform(
    quien: Quien,
    call: Omit<Performing, 'quien'>,
    change: (tx: EntityManager, detail: EntregableDetailDto, stamp: Stamp) => Promise<void>,
  ): Promise<ActoActividadDto> {
    return act(this.deps.databases, quien, (tx) => this.performIn(tx, { quien, ...call }, (detail, stamp) => change(tx, detail, stamp)))
  }

  /** Lock → check → change → save → bitácora. */
  private async performIn(
    tx: EntityManager,
    { quien, clave, milestone, acto, detalle }: Performing,
    change: (detail: EntregableDetailDto, stamp: Stamp) => Promise<void>,
  ): Promise<ActoActividadDto> {
    await this.lock(tx, [{ clave, milestone }])
    const before = await this.services.actividades.find(tx, clave)
    if (![...before.hitos, ...before.cadena].some((each) => each.milestone === milestone)) throw new AppError('ruta.no_existe')
    const acuse: Acuse = await this.services.acuses.emitir(tx, acto, { entregable: clave, milestone, ...detalle })
    await change(before, { now: toDate(this.deps.clock.now()), folio: acuse.folio })
    const { cuentaId, rol, requestId } = quien
    const objeto = { tipo: 'entregable', id: clave }
    const entry = { milestone, ...detalle, folio: acuse.folio }
    await this.services.bitacora.registrar(tx, { acto, cuentaId, rol, objeto, detalle: entry, requestId })
    return { entregable: await this.services.actividades.find(tx, clave), acuse }
  }
}

interface Performing extends Place {
  quien: Quien
  acto: ClaveActo
  detalle: Record<string, unknown>
}

type Insertar = Omit<Cumplir, 'clave'> & Stamp & { quien: Quien; detail: EntregableDetailDto }

interface Stamp {
  now: Date
  folio: string
}

/** Fulfilment of a milestone with a date, or of one that only the chain of work names. */
function cumplimientoOf({ hitos, cadena }: EntregableDetailDto, milestone: Milestone): CumplimientoDto | null {
  return [...hitos, ...cadena].find((each) => each.milestone === milestone)?.cumplimiento ?? null
}

async function annul(
  tx: EntityManager,
  done: CumplimientoDto | null,
  { quien, now, motivo }: { quien: Quien; now: Date; motivo: string },
): Promise<void> {
  assert(done ? [] : ['No hay nada que anular.'])
  await tx.update(Cumplimiento, { id: done?.id ?? '' }, { anuladoEn: now, anuladoPor: quien.cuentaId, anuladoMotivo: motivo })
}

function assert(reasons: string[]): void {
  if (reasons.length > 0) throw new AppError('actividad.acto_no_permitido', { detail: reasons.join(' ') })
}
