import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { cleanLine, CRUCES, type EstadisticaPack } from '@conoceles/domain'
import type { Acts } from '../../bitacora/index.ts'
import { emisorOf, fileName } from '../../intercambio/exportaciones/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { claveDeCruce, separaPor, type CruceEstadistica } from '../../publicacion/estadisticas/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { papelSolo } from '../papel.ts'
import { filasEnPalabras, ROTULOS, sinDecir } from './cruce-en-palabras.ts'
import { CrucePedido } from './cruce-pedido.entity.ts'
import type { CruceDto, CruceOfrecidoDto, CrucePedidoDto, FormatoCruce, ListCrucesDto, PedirCruceDto } from './cruces.dto.ts'
import { findCruce, listUltimos } from './cruces.queries.ts'
import { toCsv, toDocumento, type CruceArmado } from './documento.ts'

interface Services {
  acts: Acts
  procesos: ProcesosService
  documentos: Documentos
}

export interface CruceHecho {
  nombre: string
  medio: string
  contenido: Buffer
}

/** Tables of identity by cargo, actor político or municipio, for a councillor who asks. The publisher counted them: no answer is opened here. */
export class CrucesService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  async list(tx: EntityManager): Promise<ListCrucesDto> {
    const { id: procesoId, catalogos } = await this.services.procesos.proceso(tx)
    const ultimos = await listUltimos(tx, procesoId)
    const pedidos = await tx.find(CrucePedido, { where: { procesoId }, order: { pedidoEn: 'DESC' }, take: 50 })
    const titulos = new Map(ultimos.map(({ tabla, por, contenido }) => [claveDeCruce(tabla, por), contenido.titulo]))
    return {
      sitio: this.deps.config.origen,
      contadaEl: ultimos[0]?.fecha ?? null,
      ofrecidos: ofrecidosDe(catalogos.estadistica, ultimos),
      elementos: pedidos.map((row) => toPedido(row, titulos.get(claveDeCruce(row.tabla, row.por)) ?? row.tabla)),
    }
  }

  /** In the bitácora before anybody reads it: what was asked, for whom and why. */
  pedir(quien: Quien, body: PedirCruceDto, clave: string | null): Promise<CruceDto> {
    const id = randomUUID()
    return this.services.acts.save(quien, {
      acto: 'estadistica.cruzada',
      objeto: { tipo: 'cruce', id },
      envio: { clave, contenido: body },
      lock: async (tx) => {
        const { id: procesoId } = await this.services.procesos.proceso(tx)
        const found = (await listUltimos(tx, procesoId)).find(({ tabla, por }) => tabla === body.tabla && por === body.por)
        if (!found) throw new AppError('ruta.no_existe')
        return found
      },
      change: async ({ tx, state: { procesoId, fecha, contenido }, ahora }) => {
        const said = { solicitante: cleanLine(body.solicitante), motivo: cleanLine(body.motivo) }
        const row: CrucePedido = {
          ...{ id, procesoId, tabla: body.tabla, por: body.por, contadaEl: fecha, ...said },
          ...{ pedidoPor: quien.cuentaId, pedidoEn: ahora },
        }
        await tx.insert(CrucePedido, row)
        const detalle = { tabla: body.tabla, por: body.por, contadaEl: fecha, ...said }
        return { detalle, dto: toDto(row, contenido) }
      },
      answer: ({ hecho }) => hecho.dto,
    })
  }

  async leer(tx: EntityManager, id: string): Promise<CruceDto> {
    const { row, cruce } = await this.find(tx, id)
    return toDto(row, cruce.contenido)
  }

  /** Each file is in the bitácora with its hash: it leaves the institute with what it says. */
  async archivo(quien: Quien, { id, formato }: { id: string; formato: FormatoCruce }): Promise<CruceHecho> {
    const armado = await act(this.deps.databases, quien, (tx) => this.armar(tx, id))
    const { documentos, acts } = this.services
    const contenido = formato === 'csv' ? toCsv(armado) : await documentos[formato](toDocumento(armado))
    await acts.recordReading(quien, {
      acto: 'estadistica.cruce_impreso',
      objeto: { tipo: 'cruce', id },
      detalle: { formato, sha256: sha256(contenido) },
    })
    return { nombre: `${fileName(['cruce', armado.tabla.clave, armado.pedido.contadaEl])}.${formato}`, medio: MEDIOS[formato], contenido }
  }

  private async armar(tx: EntityManager, id: string): Promise<CruceArmado> {
    const { row, cruce } = await this.find(tx, id)
    const proceso = await this.services.procesos.confirmado(tx)
    const { solicitante, motivo, contadaEl, pedidoEn } = row
    return {
      ...{ emisor: emisorOf(proceso), papel: papelSolo(proceso), tabla: cruce.contenido, por: row.por },
      pedido: { solicitante, motivo, contadaEl, pedidoEn: pedidoEn.toISOString() },
    }
  }

  private async find(tx: EntityManager, id: string): Promise<{ row: CrucePedido; cruce: CruceEstadistica }> {
    const row = await tx.findOneBy(CrucePedido, { id })
    if (!row) throw new AppError('ruta.no_existe')
    const { procesoId, contadaEl: fecha, tabla, por } = row
    return { row, cruce: await findCruce(tx, { procesoId, fecha, tabla, por }) }
  }
}

const MEDIOS: Record<FormatoCruce, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
}

/** In the order of the pack. A table that is public by the same fact says so: there is nothing more to ask. */
function ofrecidosDe(estadistica: EstadisticaPack | undefined, ultimos: readonly CruceEstadistica[]): CruceOfrecidoDto[] {
  const counted = new Set(ultimos.map(({ tabla, por }) => claveDeCruce(tabla, por)))
  return (estadistica?.tablas ?? []).flatMap((tabla) =>
    CRUCES.filter((por) => counted.has(claveDeCruce(tabla.clave, por))).map((por) => ({
      ...{ tabla: tabla.clave, titulo: tabla.titulo, por, respuestas: separaPor(tabla, por) },
      pagina: paginaDe(tabla, por),
    })),
  )
}

function paginaDe({ clave, desglose, cruces = [] }: EstadisticaPack['tablas'][number], por: CruceOfrecidoDto['por']): string | null {
  if (desglose === por) return `/estadisticas/${clave}`
  return cruces.some((each) => each.por === por && each.publica) ? `/estadisticas/${claveDeCruce(clave, por)}` : null
}

function toDto(row: CrucePedido, tabla: CruceEstadistica['contenido']): CruceDto {
  return {
    pedido: toPedido(row, tabla.titulo),
    rotulo: ROTULOS[row.por],
    columnas: tabla.columnas.map(({ nombre }) => nombre),
    filas: filasEnPalabras(tabla),
    notas: tabla.notas.map(({ texto }) => texto),
    sinDecir: sinDecir(tabla),
  }
}

function toPedido({ id, contadaEl, solicitante, motivo, pedidoEn }: CrucePedido, titulo: string): CrucePedidoDto {
  return { id, titulo, contadaEl, solicitante, motivo, pedidoEn: pedidoEn.toISOString() }
}
