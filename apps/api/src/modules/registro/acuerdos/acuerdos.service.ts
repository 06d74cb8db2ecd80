import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { cleanLine, localDay } from '@conoceles/domain'
import { once, type BitacoraService } from '../../bitacora/index.ts'
import type { Proceso, ProcesosService } from '../../proceso/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import { toDate, toIso } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { Acuerdo } from './acuerdo.entity.ts'
import type { AcuerdoDetailDto, AcuerdoDto, CompletarAcuerdoDto, CreateAcuerdoDto, ListAcuerdosDto } from './acuerdos.dto.ts'
import { countByCargo, findAcuerdo, listAcuerdos, listCambiosOf, listCorrecciones, type AcuerdoRow } from './acuerdos.queries.ts'
import { againstInstant, blameNumero, toActo, toFields, wrong, type Campos } from './campos.ts'
import { Documento } from '../documentos/documento.entity.ts'
import { FORMATOS } from '../documentos/formato-documento.ts'
import type { EntregasService } from '../entregas/entregas.service.ts'

const PAGE = 50
const CAMBIOS = 50
const YA_CONSTA = 'Ya consta; si está mal, corríjalo con su motivo.'

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
      correcciones: (await listCorrecciones(tx, id)).map((row) => ({
        ...row,
        organo: organoOf(row, proceso),
        aprobadoEn: toIso(row.aprobadoEn),
        corregidoEn: toIso(row.corregidoEn),
      })),
    }
  }

  registrar(quien: Quien, body: CreateAcuerdoDto, clave: string | null): Promise<AcuerdoDto> {
    const ahora = toDate(this.deps.clock.now())
    const submission = { quien, clave, contenido: { acto: 'acuerdo', ...body }, ahora, llavero: this.deps.secretos.llavero }
    return act(this.deps.databases, quien, (tx) => once(tx, submission, () => this.registrarIn(tx, quien, body)))
  }

  /** Completes blank facts only: a recorded fact is corrected, with its reason. */
  completar(quien: Quien, id: string, body: CompletarAcuerdoDto): Promise<AcuerdoDto> {
    return act(this.deps.databases, quien, async (tx) => {
      const row = await tx.findOne(Acuerdo, { where: { id }, lock: { mode: 'pessimistic_write' } })
      if (!row) throw new AppError('ruta.no_existe')
      const changes = toFields(body)
      const known = Object.keys(changes).filter((campo) => row[campo as keyof Campos] !== null)
      if (known.length > 0) throw new AppError('entrada.invalida', { errors: known.map((campo) => wrong(campo, YA_CONSTA)) })
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
    const fields = { documentoId: null, ...toFields(body) } as Campos
    await this.assertFields(tx, fields, null)
    const fecha = localDay(body.aprobadoEn, zona)
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
  async assertFields(tx: EntityManager, fields: Partial<Campos>, fecha: string | null): Promise<void> {
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

function toDto({ entregasPendientes, entregasHechas, ...row }: AcuerdoRow, proceso: Proceso): AcuerdoDto {
  return {
    ...row,
    organo: organoOf(row, proceso),
    aprobadoEn: toIso(row.aprobadoEn),
    entregas: { pendientes: entregasPendientes, hechas: entregasHechas },
  }
}

function organoOf({ organo }: { organo: string | null }, { catalogos }: Proceso) {
  return catalogos.organos.find(({ clave }) => clave === organo) ?? null
}
