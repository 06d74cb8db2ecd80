import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { cleanLine, estatusVulneracion, razonesContraVulneracion, vulneracionEditable, type ActoVulneracion } from '@conoceles/domain'
import { cargoEl, type AccesoModule } from '../../acceso/index.ts'
import { once, type Acuse, type AcusesService, type BitacoraService } from '../../bitacora/index.ts'
import { findDocumentos } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import type { ClaveActo } from '../../../shared/actos.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { Vulneracion, type Hecho } from './vulneracion.entity.ts'
import type {
  ActuarVulneracionDto,
  CorregirVulneracionDto,
  DatosVulneracionDto,
  VulneracionDetalleDto,
  VulneracionDto,
  VulneracionHechaDto,
} from './vulneraciones.dto.ts'
import {
  countAfectadas,
  findCandidaturas,
  listCandidaturasAfectadas,
  listCuentasAfectadas,
  nextFolio,
  replaceAfectadas,
} from './vulneraciones.queries.ts'
import { actosDe, byUrgency, NO_EDITABLE, stateOf, toDetalle, toVulneracion } from './view.ts'

export interface VulneracionesServices {
  bitacora: BitacoraService
  acuses: AcusesService
  procesos: ProcesosService
  cuentas: Pick<AccesoModule, 'nombrar' | 'listar'>
}

interface Sent {
  contenido: object
  clave: string | null
}

/** Breaches of personal data: one person keeps the register and proposes the notices, another confirms them before they are sent. */
export class VulneracionesService {
  constructor(
    private readonly deps: Deps,
    private readonly services: VulneracionesServices,
  ) {}

  async list(tx: EntityManager): Promise<VulneracionDto[]> {
    const counts = await countAfectadas(tx)
    const rows = await tx.find(Vulneracion)
    return rows.map((row) => toVulneracion(row, { afectadas: counts.get(row.id) ?? 0, ahora: this.ahora() })).sort(byUrgency)
  }

  async read(tx: EntityManager, quien: Quien, id: string): Promise<VulneracionDetalleDto> {
    return this.detail(tx, quien, await find(tx, id))
  }

  registrar(quien: Quien, body: DatosVulneracionDto, clave: string | null): Promise<VulneracionHechaDto> {
    return this.once(quien, { contenido: body, clave }, async (tx) => {
      const { id: procesoId } = await this.services.procesos.proceso(tx)
      const acuse = await this.services.acuses.emitir(tx, 'vulneracion.registrada', { ...body })
      const row: Vulneracion = {
        ...{ id: randomUUID(), procesoId, ...this.toDatos(body), hechos: [], version: 1, acuse: acuse.folio },
        folio: await nextFolio(tx, { procesoId, anio: this.deps.clock.today().year }),
        ...{ registradaEn: this.ahora(), registradaPor: quien.cuentaId },
      }
      await tx.insert(Vulneracion, row)
      await this.keepAfectadas(tx, row, body)
      return this.tell(tx, quien, { row, acto: 'vulneracion.registrada', acuse })
    })
  }

  corregir(
    quien: Quien,
    id: string,
    { body, clave }: { body: CorregirVulneracionDto; clave: string | null },
  ): Promise<VulneracionHechaDto> {
    return this.once(quien, { contenido: { id, ...body }, clave }, async (tx) => {
      const before = await lock(tx, id, body.version)
      if (!vulneracionEditable(estatusVulneracion(before))) throw new AppError('vulneracion.acto_no_permitido', { detail: NO_EDITABLE })
      const changes = { ...this.toDatos(body), version: before.version + 1 }
      await tx.update(Vulneracion, { id }, changes)
      await this.keepAfectadas(tx, before, body)
      const acuse = await this.services.acuses.emitir(tx, 'vulneracion.corregida', { id, ...body })
      return this.tell(tx, quien, { row: { ...before, ...changes }, acto: 'vulneracion.corregida', acuse })
    })
  }

  actuar(quien: Quien, id: string, { body, clave }: { body: ActuarVulneracionDto; clave: string | null }): Promise<VulneracionHechaDto> {
    if (!actosDe(quien.rol).includes(body.acto)) throw new AppError('acceso.sin_permiso')
    return this.once(quien, { contenido: { id, ...body }, clave }, async (tx) => {
      const row = await lock(tx, id, body.version)
      const afectadas = (await countAfectadas(tx)).get(id) ?? 0
      const razones = razonesContraVulneracion(body.acto, stateOf(row, afectadas), quien.cuentaId)
      if (razones.length > 0) throw new AppError('vulneracion.acto_no_permitido', { detail: razones.join(' ') })
      const envio = await this.envioOf(tx, body)
      const en = this.instantOf(row, body)
      const acto: ClaveActo = `vulneracion.${body.acto}`
      const acuse = await this.services.acuses.emitir(tx, acto, { folio: row.folio, ...body })
      const hecho: Hecho = { acto: body.acto, en, por: quien.cuentaId, texto: body.texto.trim(), folio: acuse.folio, ...envio }
      const changes = { hechos: [...row.hechos, hecho], version: row.version + 1 }
      await tx.update(Vulneracion, { id }, changes as object)
      return this.tell(tx, quien, { row: { ...row, ...changes }, acto, acuse, detalle: { ocurridoEn: en, ...envio } })
    })
  }

  private toDatos(body: DatosVulneracionDto) {
    const { tipo, que, causa, ocurrioDesde, ocurrioHasta, halladaPor, datos, medidas, recomendaciones, medios } = body
    const halladaEn = new Date(body.halladaEn)
    if (halladaEn > this.ahora()) throw invalid('halladaEn', 'No puede ser posterior a este momento.')
    if (ocurrioDesde !== null && ocurrioHasta !== null && ocurrioHasta < ocurrioDesde)
      throw invalid('ocurrioHasta', 'Es anterior al primer día.')
    if (ocurrioDesde !== null && ocurrioDesde > this.deps.clock.today().toString()) throw invalid('ocurrioDesde', 'Ese día no ha llegado.')
    return {
      ...{ tipo, ocurrioDesde, ocurrioHasta, halladaEn, halladaPor: cleanLine(halladaPor), datos: [...new Set(datos)] },
      ...{ que: que.trim(), causa: causa.trim(), medidas: medidas.trim(), recomendaciones: recomendaciones.trim(), medios: medios.trim() },
    }
  }

  private async keepAfectadas(tx: EntityManager, row: Vulneracion, { candidaturas, cuentas }: DatosVulneracionDto): Promise<void> {
    const known = new Set((await findCandidaturas(tx, candidaturas)).map(({ id }) => id))
    if (candidaturas.some((id) => !known.has(id))) throw invalid('candidaturas', 'Hay una persona que no se encuentra.')
    const named = await this.services.cuentas.nombrar(cuentas)
    if (named.length < new Set(cuentas).size) throw invalid('cuentas', 'Hay una cuenta que no se encuentra.')
    await replaceAfectadas(tx, row, { candidaturas, cuentas })
  }

  /** Way by which a notice went out, and its proof. */
  private async envioOf(
    tx: EntityManager,
    { acto, medio, documentoId }: ActuarVulneracionDto,
  ): Promise<Pick<Hecho, 'medio' | 'documentoId'>> {
    if (!SENDS.includes(acto)) return {}
    const way = cleanLine(medio ?? '')
    if (way === '') throw invalid('medio', 'Diga por qué medio se envió.')
    if (documentoId === undefined || !(await findDocumentos(tx, [documentoId])).has(documentoId))
      throw invalid('documentoId', 'Agregue el documento que prueba el envío.')
    return { medio: way, documentoId }
  }

  /** Not before the breach was found, nor in the future; the acts that tell of no moment happen now. */
  private instantOf({ halladaEn }: Vulneracion, { acto, en }: ActuarVulneracionDto): string {
    const ahora = this.ahora()
    if (en === undefined || ![...SENDS, 'confirmar_afectacion'].includes(acto)) return ahora.toISOString()
    const when = new Date(en)
    if (when > ahora) throw invalid('en', 'No puede ser posterior a este momento.')
    if (when < halladaEn) throw invalid('en', 'No puede ser anterior a su hallazgo.')
    return when.toISOString()
  }

  /** Into the bitácora: names and numbers, never texts. */
  private async tell(
    tx: EntityManager,
    quien: Quien,
    { row, acto, acuse, detalle = {} }: { row: Vulneracion; acto: ClaveActo; acuse: Acuse; detalle?: object },
  ): Promise<VulneracionHechaDto> {
    const vulneracion = await this.detail(tx, quien, row)
    await this.services.bitacora.registrar(tx, {
      ...{ acto, cuentaId: quien.cuentaId, rol: quien.rol, requestId: quien.requestId, objeto: { tipo: 'vulneracion', id: row.id } },
      detalle: { folio: acuse.folio, version: row.version, afectadas: vulneracion.afectadas, ...detalle },
    })
    return { vulneracion, acuse }
  }

  private async detail(tx: EntityManager, quien: Quien, row: Vulneracion): Promise<VulneracionDetalleDto> {
    const afectadas = await listCuentasAfectadas(tx, row.id)
    const named = await this.services.cuentas.nombrar([...afectadas, row.registradaPor, ...row.hechos.map(({ por }) => por)])
    const byId = new Map(named.map((cuenta) => [cuenta.id, cuenta]))
    const firma = (id: string, en: Date | string) => {
      const cuenta = byId.get(id)
      return cuenta ? `${cuenta.nombre}, ${cargoEl(cuenta, en)}` : null
    }
    return toDetalle(row, {
      ...{ firma, quien, ahora: this.ahora() },
      candidaturas: await listCandidaturasAfectadas(tx, row.id),
      cuentas: afectadas.map((id) => ({ id, nombre: byId.get(id)?.nombre ?? '' })),
      documentos: await findDocumentos(
        tx,
        row.hechos.map(({ documentoId }) => documentoId ?? null),
      ),
    })
  }

  private once(quien: Quien, sent: Sent, work: (tx: EntityManager) => Promise<VulneracionHechaDto>): Promise<VulneracionHechaDto> {
    const submission = { quien, ...sent, ahora: this.ahora(), llavero: this.deps.secretos.llavero }
    return act(this.deps.databases, quien, (tx) => once(tx, submission, () => work(tx)))
  }

  private ahora(): Date {
    return toDate(this.deps.clock.now())
  }
}

const SENDS: readonly ActoVulneracion[] = ['enviar_personas', 'enviar_garante']

export async function find(tx: EntityManager, id: string): Promise<Vulneracion> {
  const row = await tx.findOneBy(Vulneracion, { id })
  if (!row) throw new AppError('ruta.no_existe')
  return row
}

async function lock(tx: EntityManager, id: string, version: number): Promise<Vulneracion> {
  const row = await tx.findOne(Vulneracion, { where: { id }, lock: { mode: 'pessimistic_write' } })
  if (!row) throw new AppError('ruta.no_existe')
  if (row.version !== version) throw new AppError('vulneracion.version_distinta', { actual: { version: row.version } })
  return row
}

function invalid(field: string, reason: string): AppError {
  return new AppError('entrada.invalida', { errors: [{ field, reasons: [reason] }] })
}
