import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { cleanLine, estatusVulneracion, razonesContraVulneracion, vulneracionEditable, type ActoVulneracion } from '@conoceles/domain'
import { cargoEl, type AccesoModule } from '../../acceso/index.ts'
import type { Acuse, Acts } from '../../bitacora/index.ts'
import { findDocumentos } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { type Quien, lockRow } from '../../../shared/act.ts'
import { toDate } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError, invalid } from '../../../shared/http/errors.ts'
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
import { updateRow } from '../../../database/rows.ts'

export interface VulneracionesServices {
  acts: Acts
  procesos: ProcesosService
  cuentas: Pick<AccesoModule, 'nombrar' | 'listar'>
}

/** A breach under the lock of an act, and how many persons it reached. */
interface Abierta {
  row: Vulneracion
  afectadas: number
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
    const id = randomUUID()
    return this.services.acts.perform(quien, {
      objeto: { tipo: 'vulneracion', id },
      acto: 'vulneracion.registrada',
      envio: { clave, contenido: body },
      lock: (tx) => this.services.procesos.proceso(tx),
      change: async ({ tx, state: { id: procesoId }, ahora: registradaEn, folio: acuse }) => {
        const row: Vulneracion = {
          ...this.toDatos(body),
          id,
          procesoId,
          hechos: [],
          version: 1,
          acuse,
          folio: await nextFolio(tx, { procesoId, anio: this.deps.clock.today().year }),
          registradaEn,
          registradaPor: quien.cuentaId,
        }
        await tx.insert(Vulneracion, row)
        await this.keepAfectadas(tx, row, body)
        return { recibido: { ...body }, ...(await this.tell(tx, quien, { row, folio: acuse })) }
      },
      answer: (done) => answer(done),
    })
  }

  corregir(
    quien: Quien,
    id: string,
    { body, clave }: { body: CorregirVulneracionDto; clave: string | null },
  ): Promise<VulneracionHechaDto> {
    return this.services.acts.perform(quien, {
      objeto: { tipo: 'vulneracion', id },
      acto: 'vulneracion.corregida',
      envio: { clave, contenido: { id, ...body } },
      lock: (tx) => this.lock(tx, id),
      familia: 'vulneracion',
      version: this.versionOf(quien, body),
      reasons: ({ row }) => (vulneracionEditable(estatusVulneracion(row)) ? [] : [NO_EDITABLE]),
      change: async ({ tx, state: { row: before }, folio }) => {
        const changes = { ...this.toDatos(body), version: before.version + 1 }
        await tx.update(Vulneracion, { id }, changes)
        await this.keepAfectadas(tx, before, body)
        return { recibido: { id, ...body }, ...(await this.tell(tx, quien, { row: { ...before, ...changes }, folio })) }
      },
      answer: (done) => answer(done),
    })
  }

  actuar(quien: Quien, id: string, { body, clave }: { body: ActuarVulneracionDto; clave: string | null }): Promise<VulneracionHechaDto> {
    const { acto, texto } = body
    if (!actosDe(quien.rol).includes(acto)) throw new AppError('acceso.sin_permiso')
    return this.services.acts.perform(quien, {
      objeto: { tipo: 'vulneracion', id },
      acto: `vulneracion.${acto}` as const,
      envio: { clave, contenido: { id, ...body } },
      lock: (tx) => this.lock(tx, id),
      familia: 'vulneracion',
      version: this.versionOf(quien, body),
      reasons: ({ row, afectadas }) => razonesContraVulneracion(acto, stateOf(row, afectadas), quien.cuentaId),
      change: async ({ tx, state: { row }, folio }) => {
        const envio = await this.envioOf(tx, body)
        const en = this.instantOf(row, body)
        const hecho: Hecho = { acto, en, por: quien.cuentaId, texto: texto.trim(), folio, ...envio }
        const changes = { hechos: [...row.hechos, hecho], version: row.version + 1 }
        await updateRow(tx, Vulneracion, { where: { id }, changes })
        const told = await this.tell(tx, quien, { row: { ...row, ...changes }, folio })
        return { ...told, recibido: { ...body, folio: row.folio }, detalle: { ...told.detalle, ocurridoEn: en, ...envio } }
      },
      answer: (done) => answer(done),
    })
  }

  private async lock(tx: EntityManager, id: string): Promise<Abierta> {
    return { row: await lockRow(tx, Vulneracion, { id }), afectadas: (await countAfectadas(tx)).get(id) ?? 0 }
  }

  private versionOf(quien: Quien, { version: leida }: { version: number }) {
    return {
      leida,
      actual: ({ row }: Abierta) => row.version,
      texto: (tx: EntityManager, { row }: Abierta) => this.detail(tx, quien, row),
    }
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
  private async tell(tx: EntityManager, quien: Quien, { row, folio }: { row: Vulneracion; folio: string }) {
    const vulneracion = await this.detail(tx, quien, row)
    return { vulneracion, detalle: { folio, version: row.version, afectadas: vulneracion.afectadas } }
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

function answer({ hecho: { vulneracion }, acuse }: { hecho: { vulneracion: VulneracionDetalleDto }; acuse: Acuse }): VulneracionHechaDto {
  return { vulneracion, acuse }
}
