import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { EntityManager } from 'typeorm'
import { exigeVoto, localDay, longDate, type AdvertenciaCadena, type Milestone, type Actos } from '@conoceles/domain'
import type { AprobacionesService, ExcepcionDto } from '../aprobaciones/index.ts'
import type { Acts, Act, Turno, HechoConAcuse } from '../../bitacora/index.ts'
import { Documento } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { ActoActividadDto, AdvertenciaMomentoDto, CumplimientoDto, EntregableDetailDto } from './actividades.dto.ts'
import type { ActividadesService } from './actividades.service.ts'
import { Cumplimiento } from './cumplimiento.entity.ts'
import { Resolucion } from './resolucion.entity.ts'

interface Services {
  acts: Acts
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
    const call = { ...place, acto: 'actividad.resuelta' as const, dicho: { statement } }
    return this.services.acts.perform(
      quien,
      this.about(call, async ({ tx, state: detail, ahora: resueltaEn, folio }) => {
        const chosen = detail.statements.find((each) => each.milestone === place.milestone && each.clave === statement)
        assert(chosen?.fin ? [] : ['Esa fuente no da una fecha para este momento.'])
        const { id: procesoId } = await this.services.procesos.proceso(tx)
        const { cuentaId: resueltaPor, rol } = quien
        const row = { id: randomUUID(), procesoId, entregable: place.clave, milestone: place.milestone, statement, razon }
        await tx.insert(Resolucion, { ...row, resueltaEn, resueltaPor, rol })
        return { milestone: place.milestone, statement, folio }
      }),
    )
  }

  /** Done, by its evidence: its own date counts, and that of its upload is kept beside it. */
  cumplir(quien: Quien, { motivo, ...call }: Cumplir & { motivo: string | null }): Promise<ActoActividadDto> {
    return act(this.deps.databases, quien, async (tx) => {
      const excepcion = await this.excepcionOf(tx, quien, { ...call, motivo })
      return excepcion === 'propuesta' ? this.proponer(tx, quien, call) : this.cumplirIn(tx, quien, { ...call, excepcion })
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
    const informe = actividades.some((each) => each.clave === actividad && exigeVoto(each.informe))
    const votado = informe && hecho.aplica && catalogos.organos.some(({ aprueba }) => aprueba === milestone)
    const version = 1 + (await tx.countBy(Cumplimiento, { procesoId, entregable: clave, milestone }))
    return this.services.aprobaciones.exigir(tx, quien, {
      ...{ procesoId, materia: materiaDeInforme(clave), acto: milestone, version, contenido: hecho, motivo },
      ...{ faltas: votado ? [SIN_VOTO] : [], ahora: toDate(this.deps.clock.now()) },
    })
  }

  private proponer(tx: EntityManager, quien: Quien, { clave, milestone, ...hecho }: Cumplir): Promise<ActoActividadDto> {
    return this.services.acts.performIn(tx, quien, {
      acto: 'aprobacion.propuesta',
      objeto: { tipo: 'entregable', id: clave },
      lock: () => Promise.resolve(clave),
      change: ({ folio }) =>
        Promise.resolve({ recibido: { entregable: clave, milestone, ...hecho }, detalle: { aprueba: milestone, folio } }),
      answer: async ({ acuse }) => ({ entregable: await this.services.actividades.find(tx, clave), acuse }),
    })
  }

  /** The same inside the transaction of another act: a sesión that approves, a remisión that is sent. */
  cumplirIn(tx: EntityManager, quien: Quien, { clave, milestone, ...hecho }: Cumplir): Promise<ActoActividadDto> {
    const dicho = { aplica: hecho.aplica, ocurridoEn: hecho.ocurridoEn, documento: hecho.documentoId }
    return this.services.acts.performIn(
      tx,
      quien,
      this.about({ clave, milestone, acto: 'actividad.cumplida', dicho }, async (turno) => {
        const done = cumplimientoOf(turno.state, milestone)
        assert(done ? ['Ya consta como hecha; para cambiarlo, anule primero lo anterior.'] : [])
        const advertencias = hecho.aplica ? turno.state.advertencias.filter((told) => told.milestone === milestone) : []
        assert(impedimentosDe(advertencias))
        await this.insertCumplimiento(turno, { milestone, ...hecho, advertencias: advertencias.map(toKept) })
        const faltaba = advertencias.map(({ tipo }) => tipo)
        return { milestone, ...dicho, ...(faltaba.length > 0 && { faltaba }), folio: turno.folio }
      }),
    )
  }

  /** Annuls evidence that turned out not to be any: it stays in the record, and the duty is open again. */
  anular(quien: Quien, place: Place, motivo: string): Promise<ActoActividadDto> {
    return this.services.acts.perform(quien, this.anulacion(place, motivo))
  }

  /** The same inside the transaction of another act: a remisión that is annulled. */
  anularIn(tx: EntityManager, quien: Quien, { motivo, ...place }: Place & { motivo: string }): Promise<ActoActividadDto> {
    return this.services.acts.performIn(tx, quien, this.anulacion(place, motivo))
  }

  private anulacion(place: Place, motivo: string) {
    const { milestone } = place
    return this.about({ ...place, acto: 'actividad.cumplimiento_anulado', dicho: {} }, async (turno) => {
      await annul(turno, milestone, motivo)
      return { milestone, folio: turno.folio }
    })
  }

  /** Corrects the facts of one evidence: the earlier ones stay in the record, and these count. */
  corregirIn(
    tx: EntityManager,
    quien: Quien,
    { clave, milestone, motivo, ...hecho }: Cumplir & { motivo: string },
  ): Promise<ActoActividadDto> {
    const dicho = { ocurridoEn: hecho.ocurridoEn, documento: hecho.documentoId }
    return this.services.acts.performIn(
      tx,
      quien,
      this.about({ clave, milestone, acto: 'actividad.cumplimiento_corregido', dicho }, async (turno) => {
        const { advertencias } = cumplimientoOf(turno.state, milestone) ?? {}
        await annul(turno, milestone, motivo)
        await this.insertCumplimiento(turno, { milestone, ...hecho, advertencias: advertencias ?? null })
        return { milestone, ...dicho, folio: turno.folio }
      }),
    )
  }

  private async insertCumplimiento(
    { tx, quien, state: detail, ahora: now, folio }: Turno<EntregableDetailDto>,
    hecho: Omit<Cumplir, 'clave'> & Pick<Cumplimiento, 'advertencias'>,
  ): Promise<void> {
    const ocurridoEn = toDate(Temporal.Instant.from(hecho.ocurridoEn))
    const known = hecho.documentoId === null || (await tx.existsBy(Documento, { id: hecho.documentoId }))
    assert([
      ...(ocurridoEn > now ? ['La evidencia no puede tener una fecha que todavía no llega.'] : []),
      ...(known ? [] : ['El documento no existe.']),
      ...(await this.againstStart(tx, detail, hecho.ocurridoEn)),
    ])
    const { id: procesoId } = await this.services.procesos.proceso(tx)
    await tx.insert(Cumplimiento, {
      ...hecho,
      id: randomUUID(),
      procesoId,
      entregable: detail.clave,
      ocurridoEn,
      folio,
      registradoEn: now,
      registradoPor: quien.cuentaId,
      anuladoEn: null,
      anuladoPor: null,
      anuladoMotivo: null,
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

  private about<K extends DeActividad>(
    { clave, milestone, acto, dicho }: Place & { acto: K; dicho: object },
    change: (turno: Turno<EntregableDetailDto>) => Promise<Actos[K]>,
  ): Act<K, EntregableDetailDto, HechoConAcuse<K>, ActoActividadDto> {
    const { actividades } = this.services
    return {
      acto,
      objeto: { tipo: 'entregable', id: clave },
      lock: async (tx) => {
        await this.lock(tx, [{ clave, milestone }])
        const found = await actividades.find(tx, clave)
        if (![...found.hitos, ...found.cadena].some((each) => each.milestone === milestone)) throw new AppError('ruta.no_existe')
        return found
      },
      change: async (turno) => ({ recibido: { entregable: clave, milestone, ...dicho }, detalle: await change(turno) }),
      answer: async ({ tx, acuse }) => ({ entregable: await actividades.find(tx, clave), acuse }),
    }
  }
}

/** Acts on a milestone, as the bitácora names them. */
type DeActividad = `actividad.${'resuelta' | 'cumplida' | 'cumplimiento_anulado' | 'cumplimiento_corregido'}`

/** Why a moment may not be recorded: warnings that the pack of this proceso makes refuse. */
export function impedimentosDe(advertencias: readonly AdvertenciaMomentoDto[]): string[] {
  return advertencias.filter(({ impide }) => impide).map(({ texto }) => `${texto} En este proceso eso impide asentarlo.`)
}

function toKept({ tipo, momentos, texto }: AdvertenciaMomentoDto): AdvertenciaCadena {
  return { tipo, momentos, texto }
}

/** Fulfilment of a milestone with a date, or of one that only the chain of work names. */
function cumplimientoOf({ hitos, cadena }: EntregableDetailDto, milestone: Milestone): CumplimientoDto | null {
  return [...hitos, ...cadena].find((each) => each.milestone === milestone)?.cumplimiento ?? null
}

async function annul({ tx, quien, state, ahora }: Turno<EntregableDetailDto>, milestone: Milestone, motivo: string): Promise<void> {
  const done = cumplimientoOf(state, milestone)
  assert(done ? [] : ['No hay nada que anular.'])
  await tx.update(Cumplimiento, { id: done?.id ?? '' }, { anuladoEn: ahora, anuladoPor: quien.cuentaId, anuladoMotivo: motivo })
}

function assert(reasons: string[]): void {
  if (reasons.length > 0) throw new AppError('actividad.acto_no_permitido', { detail: reasons.join(' ') })
}
