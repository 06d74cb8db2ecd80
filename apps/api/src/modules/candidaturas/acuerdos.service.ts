import { randomUUID } from 'node:crypto'
import { QueryFailedError, type EntityManager } from 'typeorm'
import { Temporal } from 'temporal-polyfill'
import { cleanLine } from '@conoceles/domain'
import { once, type Acto, type BitacoraService } from '../bitacora/index.ts'
import type { Proceso, ProcesosService } from '../procesos/index.ts'
import { act, type Quien } from '../../shared/act.ts'
import { toDate, toIso } from '../../shared/clock.ts'
import type { Deps } from '../../shared/deps.ts'
import { AppError, type FieldError } from '../../shared/errors.ts'
import { Acuerdo } from './acuerdo.entity.ts'
import type { AcuerdoDetailDto, AcuerdoDto, CompletarAcuerdoDto, CreateAcuerdoDto, ListAcuerdosDto } from './acuerdos.dto.ts'
import { countByCargo, findAcuerdo, listAcuerdos, listCambiosOf, type AcuerdoRow } from './acuerdos.queries.ts'
import { Documento } from './documento.entity.ts'
import { FORMATOS } from './formato-documento.ts'
import type { EntregasService } from './entregas.service.ts'

const PAGE = 50
const CAMBIOS = 50

type Fields = Pick<Acuerdo, 'organo' | 'aprobadoEn' | 'asunto' | 'documentoId'>

/** The resolutions that approve candidaturas and order their changes. */
export class AcuerdosService {
  constructor(
    private readonly deps: Deps,
    private readonly services: { bitacora: BitacoraService; procesos: ProcesosService; entregas: EntregasService },
  ) {}

  async list(tx: EntityManager, page: { q: string | null; despues: string | null }): Promise<ListAcuerdosDto> {
    const proceso = await this.services.procesos.proceso(tx)
    const { rows, total } = await listAcuerdos(tx, { ...page, procesoId: proceso.id, limite: PAGE })
    const siguiente = rows.length === PAGE ? (rows.at(-1)?.posicion ?? null) : null
    return { elementos: rows.map((row) => toDto(row, proceso)), total, siguiente }
  }

  async detail(tx: EntityManager, id: string): Promise<AcuerdoDetailDto> {
    const proceso = await this.services.procesos.proceso(tx)
    const cambios = await listCambiosOf(tx, id, CAMBIOS)
    const { causas } = proceso.catalogos
    return {
      ...(await this.find(tx, id)),
      porCargo: await countByCargo(tx, { procesoId: proceso.id, acuerdoId: id }),
      cambiosLista: cambios.map((row) => ({
        ...row,
        causa: causas.find(({ clave }) => clave === row.causa) ?? null,
        registradoEn: toIso(row.registradoEn),
      })),
      entregasLista: await this.services.entregas.listMade(tx, id),
    }
  }

  registrar(quien: Quien, body: CreateAcuerdoDto, clave: string | null): Promise<AcuerdoDto> {
    const ahora = toDate(this.deps.clock.now())
    const submission = { quien, clave, contenido: { acto: 'acuerdo', ...body }, ahora, llavero: this.deps.secretos.llavero }
    return act(this.deps.databases, quien, (tx) => once(tx, submission, () => this.registrarIn(tx, quien, body)))
  }

  /** Number and date stay: the terms of everything that it approves count from there. */
  completar(quien: Quien, id: string, body: CompletarAcuerdoDto): Promise<AcuerdoDto> {
    return act(this.deps.databases, quien, async (tx) => {
      const row = await tx.findOne(Acuerdo, { where: { id }, lock: { mode: 'pessimistic_write' } })
      if (!row) throw new AppError('ruta.no_existe')
      const changes = toFields(body)
      await this.assertFields(tx, changes, row.fecha)
      const campos = Object.keys(changes)
      if (campos.length === 0) return this.find(tx, id)
      await tx.update(Acuerdo, { id }, changes)
      await this.services.bitacora.registrar(tx, toActo(quien, { acto: 'acuerdo.completado', id, detalle: { campos } }))
      return this.find(tx, id)
    })
  }

  /** The same inside the transaction of another act: a sesión that approves. */
  async registrarIn(tx: EntityManager, quien: Quien, body: CreateAcuerdoDto): Promise<AcuerdoDto> {
    const { id: procesoId, zona } = await this.services.procesos.proceso(tx)
    const fields = { documentoId: null, ...toFields(body) } as Fields
    await this.assertFields(tx, fields, null)
    const fecha = Temporal.Instant.from(body.aprobadoEn).toZonedDateTimeISO(zona).toPlainDate().toString()
    const row: Acuerdo = { ...fields, id: randomUUID(), procesoId, numero: cleanLine(body.numero), fecha }
    await tx.insert(Acuerdo, row).catch(blameNumero)
    const detalle = { numero: row.numero, fecha }
    await this.services.bitacora.registrar(tx, toActo(quien, { acto: 'acuerdo.registrado', id: row.id, detalle }))
    return this.find(tx, row.id)
  }

  private async find(tx: EntityManager, id: string): Promise<AcuerdoDto> {
    const row = await findAcuerdo(tx, id)
    if (!row) throw new AppError('ruta.no_existe')
    return toDto(row, await this.services.procesos.proceso(tx))
  }

  /** `fecha`: the day that is already known; null when this one says it. */
  private async assertFields(tx: EntityManager, fields: Partial<Fields>, fecha: string | null): Promise<void> {
    const { catalogos, zona } = await this.services.procesos.proceso(tx)
    const { organo, aprobadoEn, documentoId } = fields
    const known = !organo || catalogos.organos.some(({ clave }) => clave === organo)
    const there = !documentoId || (await tx.existsBy(Documento, { id: documentoId, medio: FORMATOS.pdf }))
    const errors = [
      ...(known ? [] : [wrong('organo', 'No está en la lista de órganos.')]),
      ...(aprobadoEn ? againstInstant(aprobadoEn, { ahora: this.deps.clock.now(), zona, fecha }) : []),
      ...(there ? [] : [wrong('documentoId', 'No existe ese documento, o no es un PDF.')]),
    ]
    if (errors.length > 0) throw new AppError('entrada.invalida', { errors })
  }
}

function againstInstant(date: Date, { ahora, zona, fecha }: { ahora: Temporal.Instant; zona: string; fecha: string | null }): FieldError[] {
  const instant = Temporal.Instant.fromEpochMilliseconds(date.getTime())
  const day = instant.toZonedDateTimeISO(zona).toPlainDate().toString()
  return [
    ...(Temporal.Instant.compare(instant, ahora) > 0 ? [wrong('aprobadoEn', 'Todavía no llega esa hora.')] : []),
    ...(fecha !== null && day !== fecha ? [wrong('aprobadoEn', `Debe ser el día que ya consta: ${fecha}.`)] : []),
  ]
}

const wrong = (field: string, reason: string): FieldError => ({ field, reasons: [reason] })

/** Only what was said. */
function toFields({ organo, aprobadoEn, asunto, documentoId }: CompletarAcuerdoDto | CreateAcuerdoDto): Partial<Fields> {
  return {
    ...(organo == null ? {} : { organo }),
    ...(aprobadoEn == null ? {} : { aprobadoEn: toDate(Temporal.Instant.from(aprobadoEn)) }),
    ...(asunto == null ? {} : { asunto: cleanLine(asunto) }),
    ...(documentoId == null ? {} : { documentoId }),
  }
}

function toDto({ entregasPendientes, entregasHechas, ...row }: AcuerdoRow, { catalogos }: Proceso): AcuerdoDto {
  return {
    ...row,
    organo: catalogos.organos.find(({ clave }) => clave === row.organo) ?? null,
    aprobadoEn: toIso(row.aprobadoEn),
    entregas: { pendientes: entregasPendientes, hechas: entregasHechas },
  }
}

function toActo(quien: Quien, { acto, id, detalle }: { acto: string; id: string; detalle: Record<string, unknown> }): Acto {
  const { cuentaId, rol, requestId } = quien
  return { acto, cuentaId, rol, objeto: { tipo: 'acuerdo', id }, detalle, requestId }
}

const UNIQUE_VIOLATION = '23505'

function blameNumero(error: unknown): never {
  const repeated = error instanceof QueryFailedError && (error.driverError as { code?: string }).code === UNIQUE_VIOLATION
  throw repeated ? new AppError('acuerdo.numero_repetido') : error
}
