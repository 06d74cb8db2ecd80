import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { cleanLine, localDay } from '@conoceles/domain'
import type { Acts, Hecho, Save } from '../../bitacora/index.ts'
import type { Proceso, ProcesosService } from '../../proceso/index.ts'
import { act, type Quien, lockRow } from '../../../shared/act.ts'
import { toIso } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { Acuerdo } from './acuerdo.entity.ts'
import type { AcuerdoDetailDto, AcuerdoDto, CompletarAcuerdoDto, CreateAcuerdoDto, ListAcuerdosDto } from './acuerdos.dto.ts'
import { countByCargo, findAcuerdo, listAcuerdos, listCambiosOf, listCorrecciones, type AcuerdoRow } from './acuerdos.queries.ts'
import { BLANK, claves, againstInstant, blameNumero, toFields, wrong, type Campos } from './campos.ts'
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
    private readonly services: { acts: Acts; procesos: ProcesosService; entregas: EntregasService },
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
    return this.services.acts.save(quien, { ...this.registro(body), envio: { clave, contenido: body } })
  }

  /** The same inside the transaction of another act: a sesión that approves. */
  registrarIn(tx: EntityManager, quien: Quien, body: CreateAcuerdoDto): Promise<AcuerdoDto> {
    return this.services.acts.saveIn(tx, quien, this.registro(body))
  }

  private registro(body: CreateAcuerdoDto): Save<'acuerdo.registrado', Proceso, Hecho<'acuerdo.registrado'>, AcuerdoDto> {
    const id = randomUUID()
    return {
      acto: 'acuerdo.registrado',
      objeto: { tipo: 'acuerdo', id },
      lock: (tx) => this.services.procesos.proceso(tx),
      change: async ({ tx, state: proceso }) => {
        const fields = { ...BLANK, ...toFields(body) }
        await this.assertFields(tx, fields, null)
        const numero = cleanLine(body.numero)
        const fecha = localDay(body.aprobadoEn, proceso.zona)
        await tx.insert(Acuerdo, { ...fields, id, procesoId: proceso.id, numero, fecha }).catch(blameNumero)
        return { detalle: { numero, fecha } }
      },
      answer: ({ tx }) => this.find(tx, id),
    }
  }

  /** Completes blank facts only: a recorded fact is corrected, with its reason. */
  completar(quien: Quien, id: string, body: CompletarAcuerdoDto): Promise<AcuerdoDto> {
    const changes = toFields(body)
    const campos = claves(changes)
    if (campos.length === 0) return act(this.deps.databases, quien, (tx) => this.find(tx, id))
    return this.services.acts.save(quien, {
      acto: 'acuerdo.completado',
      objeto: { tipo: 'acuerdo', id },
      lock: (tx) => lockRow(tx, Acuerdo, { id }),
      change: async ({ tx, state: row }) => {
        const known = campos.filter((campo) => row[campo] !== null)
        if (known.length > 0) throw new AppError('entrada.invalida', { errors: known.map((campo) => wrong(campo, YA_CONSTA)) })
        await this.assertFields(tx, changes, row.fecha)
        await tx.update(Acuerdo, { id }, changes)
        return { detalle: { campos } }
      },
      answer: ({ tx }) => this.find(tx, id),
    })
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
