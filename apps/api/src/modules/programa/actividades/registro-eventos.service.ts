import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { IsNull, Like, type EntityManager } from 'typeorm'
import {
  actividadesQueAbre,
  cleanLine,
  entregableName,
  localDay,
  plazosQueAbre,
  razonesContraAnularEvento,
  type Milestone,
  type ProgramaPack,
  type Trabajo,
} from '@conoceles/domain'
import type { Acuse, Acts } from '../../bitacora/index.ts'
import { Documento } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { insertRow } from '../../../database/rows.ts'
import { type Quien, lockRow } from '../../../shared/act.ts'
import { toDate, toIso } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError, type FieldError } from '../../../shared/http/errors.ts'
import type { EntregableDto } from './actividades.dto.ts'
import type { ActividadesService } from './actividades.service.ts'
import type { ActosActividadService } from './actos.service.ts'
import { toEvento } from './board.ts'
import { Cumplimiento } from './cumplimiento.entity.ts'
import { Evento, SIN_REGISTRO, type Causa } from './evento.entity.ts'
import type {
  ActoEventoDto,
  EntregableAbiertoDto,
  EventoListadoDto,
  ListEventosDto,
  PlazosQueAbreDto,
  RegistrarEventoDto,
  VistaPreviaEventoDto,
} from './eventos.dto.ts'
import { listEventos, type EventosFilter } from './eventos.queries.ts'

interface Services {
  acts: Acts
  procesos: ProcesosService
  actividades: ActividadesService
  actosActividad: ActosActividadService
  /** Answers of a higher module: valid versions of an entregable, by number, and the work on each entregable. */
  versiones(tx: EntityManager, entregable: string): Promise<number[]>
  trabajos(tx: EntityManager, proceso: { id: string; zona: string }): Promise<ReadonlyMap<string, Trabajo>>
}

/** A document was issued, or one was modified: a person says so, and the duty opens with its own term. */
export class RegistroEventosService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  /** Every event, annulled ones too: the duties that each opened, and the reason why it counts no more. */
  async list(
    tx: EntityManager,
    { despues, ...filter }: Omit<EventosFilter, 'procesoId'> & { despues: string | null },
  ): Promise<ListEventosDto> {
    const { id: procesoId } = await this.services.procesos.proceso(tx)
    const { programa, entregables } = await this.services.actividades.panorama(tx)
    const nombres = new Map(programa.actividades.map(({ clave, numero, nombre }) => [clave, `${numero} ${nombre}`]))
    const { rows, ...page } = await listEventos(tx, { ...filter, procesoId }, { despues, limite: PAGE })
    return { ...page, elementos: rows.map((row) => toListado(row, { nombres, entregables })) }
  }

  async vistaPrevia(tx: EntityManager, { tipo, ocurridoEn }: VistaPreviaEventoDto): Promise<PlazosQueAbreDto> {
    const { programa } = await this.services.actividades.panorama(tx)
    const fecha = await this.dayOf(tx, ocurridoEn)
    assertFields(this.againstDay(programa, { fecha, ocurridoEn }))
    const elementos = plazosQueAbre(programa, { tipo, fecha }).map(({ actividad: { clave, numero, nombre }, ...plazo }) => ({
      ...{ actividad: clave, numero, nombre },
      ...plazo,
    }))
    return { fecha, elementos }
  }

  registrar(quien: Quien, body: RegistrarEventoDto, clave: string | null): Promise<ActoEventoDto> {
    const { tipo, ocurridoEn, documentoId = null } = body
    const id = randomUUID()
    const titulo = cleanLine(body.titulo)
    return this.services.acts.perform(quien, {
      acto: 'evento.registrado',
      objeto: { tipo: 'evento', id },
      envio: { clave, contenido: body },
      lock: async (tx) => {
        await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`evento|${tipo}`])
        const { id: procesoId } = await this.services.procesos.proceso(tx)
        return { ...(await this.services.actividades.panorama(tx)), procesoId, fecha: await this.dayOf(tx, ocurridoEn) }
      },
      change: async ({ tx, state: { programa, entregables, procesoId, fecha }, ahora, folio }) => {
        await this.assertRegistro(tx, { body, titulo, fecha, programa, entregables })
        const same = { procesoId, tipo, titulo, ocurridoEn: toDate(Temporal.Instant.from(ocurridoEn)) }
        assert((await tx.existsBy(Evento, { ...same, anuladoEn: IsNull() })) ? ['Ya se registró, con la misma hora y descripción.'] : [])
        const actividades = actividadesQueAbre(programa, tipo)
        const row: Evento = {
          ...SIN_REGISTRO,
          ...same,
          id,
          actividades,
          fecha,
          acuerdoId: null,
          documentoId,
          causa: causaOf(body, entregables),
          folio,
          registradoEn: ahora,
          registradoPor: quien.cuentaId,
        }
        await insertRow(tx, Evento, row)
        const detalle = { tipo, fecha, actividades, causa: row.causa?.entregable ?? null, documento: documentoId, folio }
        return { recibido: { ...body, titulo }, detalle, row }
      },
      answer: async ({ tx, hecho: { row }, acuse }) => toActo(row, await this.opened(tx, row), acuse),
    })
  }

  private async assertRegistro(tx: EntityManager, { body, titulo, fecha, programa, entregables }: PorRegistrar): Promise<void> {
    const { ocurridoEn, documentoId } = body
    assertFields([
      ...this.againstDay(programa, { fecha, ocurridoEn }),
      ...wrongIf(titulo.length < 5, 'titulo', 'Es demasiado corto.'),
      ...wrongIf(documentoId && !(await tx.existsBy(Documento, { id: documentoId, medio: PDF })), 'documentoId', NO_PDF),
      ...(await this.againstCausa(tx, { body, fecha, entregables })),
    ])
  }

  /** The row stays; the duty that it opened is owed no more. */
  anular(quien: Quien, id: string, motivo: string): Promise<ActoEventoDto> {
    return this.services.acts.perform(quien, {
      acto: 'evento.anulado',
      objeto: { tipo: 'evento', id },
      lock: async (tx) => {
        const row = await lockRow(tx, Evento, { id })
        const entregables = await this.opened(tx, row)
        await this.services.actosActividad.lock(tx, entregables.flatMap(toPlaces))
        return { row, entregables }
      },
      change: async ({ tx, state: { row, entregables }, ahora, folio }) => {
        await this.assertAnulable(tx, row)
        await tx.update(Evento, { id }, { anuladoEn: ahora, anuladoPor: quien.cuentaId, anuladoMotivo: cleanLine(motivo) })
        const detalle = { entregables: entregables.map(({ clave }) => clave), folio }
        return { recibido: { evento: id, motivo }, detalle, row, entregables }
      },
      answer: ({ hecho: { row, entregables }, acuse }) => toActo(row, entregables, acuse),
    })
  }

  private async assertAnulable(tx: EntityManager, { id, acuerdoId, anuladoEn, actividades }: Evento): Promise<void> {
    const claves = actividades.map((clave) => `${clave}/${id}`)
    const trabajos = await this.services.trabajos(tx, await this.services.procesos.proceso(tx))
    const citing = await tx.findBy(Evento, { anuladoEn: IsNull() })
    assert(
      razonesContraAnularEvento({
        porAcuerdo: acuerdoId !== null,
        anulado: anuladoEn !== null,
        cumplido: await tx.findBy(Cumplimiento, { entregable: Like(`%/${id}`), anuladoEn: IsNull() }),
        conTrabajo: claves.some((clave) => trabajos.has(clave)),
        citadoPor: citing.filter(({ causa }) => claves.includes(causa?.entregable ?? '')).map(({ titulo }) => titulo),
      }),
    )
  }

  private async opened(tx: EntityManager, { id }: Evento): Promise<EntregableDto[]> {
    const { entregables } = await this.services.actividades.panorama(tx)
    return entregables.filter(({ evento }) => evento?.id === id)
  }

  private async dayOf(tx: EntityManager, ocurridoEn: string): Promise<string> {
    const { zona } = await this.services.procesos.proceso(tx)
    return localDay(ocurridoEn, zona)
  }

  private againstDay({ vigencia }: ProgramaPack, { fecha, ocurridoEn }: { fecha: string; ocurridoEn: string }): FieldError[] {
    const future = Temporal.Instant.compare(Temporal.Instant.from(ocurridoEn), this.deps.clock.now()) > 0
    const outside = fecha < vigencia.desde || fecha > vigencia.hasta
    return [
      ...wrongIf(future, 'ocurridoEn', 'Todavía no llega esa hora.'),
      ...wrongIf(outside, 'ocurridoEn', `Queda fuera del programa de trabajo, que va del ${vigencia.desde} al ${vigencia.hasta}.`),
    ]
  }

  private async againstCausa(
    tx: EntityManager,
    { body: { tipo, causa }, fecha, entregables }: { body: RegistrarEventoDto; fecha: string; entregables: EntregableDto[] },
  ): Promise<FieldError[]> {
    if (tipo !== 'modificacion') return wrongIf(causa, 'causa', 'Sólo una modificación dice qué modifica.')
    const { entregable, version, documento } = causa ?? {}
    if (entregable === undefined) return wrongIf(!documento?.trim(), 'causa', 'Diga qué documento se modificó.')
    const modified = entregables.find(({ clave }) => clave === entregable)
    const known = version === undefined || (await this.services.versiones(tx, entregable)).includes(version)
    return [
      ...wrongIf(!modified, 'causa.entregable', 'No existe ese entregable.'),
      ...wrongIf(!known, 'causa.version', 'No hay una versión con ese número que valga.'),
      ...wrongIf(modified?.evento && modified.evento.fecha > fecha, 'ocurridoEn', 'Es anterior al documento que modifica.'),
    ]
  }
}

interface PorRegistrar {
  body: RegistrarEventoDto
  titulo: string
  fecha: string
  programa: ProgramaPack
  entregables: EntregableDto[]
}

const PAGE = 50
const PDF = 'application/pdf'
const NO_PDF = 'No existe ese documento, o no es un PDF.'

function causaOf({ causa }: RegistrarEventoDto, entregables: readonly EntregableDto[]): Causa | null {
  if (!causa) return null
  const { entregable, version, documento = '' } = causa
  const modified = entregables.find(({ clave }) => clave === entregable)
  if (!modified) return { texto: cleanLine(documento), entregable: null }
  const of = version === undefined ? '' : `, versión ${version}`
  return { texto: `${modified.numero} ${entregableName(modified)}${of}`, entregable: modified.clave }
}

function toListado(
  row: Evento,
  { nombres, entregables }: { nombres: ReadonlyMap<string, string>; entregables: readonly EntregableDto[] },
): EventoListadoDto {
  const { folio, registradoEn, anuladoEn, anuladoMotivo } = row
  return {
    ...toEvento(row),
    ...{ folio, registradoEn: toIso(registradoEn) },
    actividades: [...new Set(row.actividades.map((clave) => nombres.get(clave) ?? clave))],
    entregables: toAbiertos(entregables.filter(({ evento }) => evento?.id === row.id)),
    anulacion: anuladoEn && { anuladoEn: toIso(anuladoEn), motivo: anuladoMotivo ?? '' },
  }
}

function toAbiertos(entregables: readonly EntregableDto[]): EntregableAbiertoDto[] {
  return entregables.map(({ clave, numero, nombre }) => ({ clave, numero, nombre }))
}

function toActo(row: Evento, entregables: readonly EntregableDto[], acuse: Acuse): ActoEventoDto {
  return { evento: toEvento(row), entregables: toAbiertos(entregables), acuse }
}

function toPlaces({ clave, hitos }: EntregableDto): { clave: string; milestone: Milestone }[] {
  return hitos.map(({ milestone }) => ({ clave, milestone }))
}

function wrongIf(wrong: unknown, field: string, reason: string): FieldError[] {
  return wrong ? [{ field, reasons: [reason] }] : []
}

function assertFields(errors: FieldError[]): void {
  if (errors.length > 0) throw new AppError('entrada.invalida', { errors })
}

function assert(reasons: string[]): void {
  if (reasons.length > 0) throw new AppError('evento.acto_no_permitido', { detail: reasons.join(' ') })
}
