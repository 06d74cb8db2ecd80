import type { EntityManager } from 'typeorm'
import { Temporal } from 'temporal-polyfill'
import type { ListadoPack } from '@conoceles/domain'
import { trimEndOf } from '@conoceles/domain/texto'
import type { Acts } from '../../../bitacora/index.ts'
import type { ProcesosService, Proceso } from '../../../proceso/index.ts'
import { act, type Quien } from '../../../../shared/act.ts'
import { sha256 } from '../../../../shared/criptografia/canonical.ts'
import type { Deps } from '../../../../shared/deps.ts'
import type { Documentos } from '../../../../shared/documentos/documentos.ts'
import { AppError } from '../../../../shared/http/errors.ts'
import { razonContraPdf, toDocument } from './documento.ts'
import type { Emisor, Listado } from './contenido.ts'
import { toWorkbook } from './libro.ts'
import { countUniverso, findAcuerdo, readListado } from './listados.queries.ts'

export const FORMATOS_LISTADO = ['xlsx', 'pdf'] as const
export type FormatoListado = (typeof FORMATOS_LISTADO)[number]

export interface PedidoListado {
  clave: string
  formato: FormatoListado
  acuerdoId: string | null
  /** ISO date; null is today. */
  al: string | null
}

/** A file ready to be handed over. */
export interface Descarga {
  nombre: string
  medio: string
  contenido: Buffer
}

interface Parts {
  acts: Acts
  procesos: ProcesosService
  documentos: Documentos
}

/** The lists of approved candidaturas that are sent to the INE (actividades 11.7 to 11.10). */
export class ListadosService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  async list(tx: EntityManager): Promise<Pick<ListadoPack, 'clave' | 'titulo' | 'cargos' | 'columnas' | 'fuente' | 'confianza'>[]> {
    return (await this.parts.procesos.confirmado(tx)).catalogos.listados
  }

  /** Read in one moment, written apart (it may take seconds), and in the bitácora before anybody has it. */
  async exportar(quien: Quien, pedido: PedidoListado): Promise<Descarga> {
    const al = this.dayOf(pedido.al)
    const { listado, procesoId } = await act(this.deps.databases, quien, async (tx) => ({
      listado: await this.read(tx, { ...pedido, al }),
      procesoId: (await this.parts.procesos.proceso(tx)).id,
    }))
    const contenido = await this.write(listado, pedido.formato)
    const { plantilla, corte, acuerdo, rows } = listado
    await this.parts.acts.recordReading(quien, {
      acto: 'exportacion.listado',
      objeto: acuerdo ? { tipo: 'acuerdo', id: acuerdo.id } : { tipo: 'proceso', id: procesoId },
      detalle: {
        clave: plantilla.clave,
        formato: pedido.formato,
        al: listado.al,
        corte,
        candidaturas: rows.length,
        sha256: sha256(contenido),
      },
    })
    return { nombre: nameOf(listado, pedido.formato), medio: MEDIOS[pedido.formato], contenido }
  }

  private dayOf(al: string | null): string {
    const today = this.deps.clock.today()
    if (al === null) return today.toString()
    const day = dateOf(al)
    if (day === null) throw invalid('No es una fecha del calendario.')
    if (Temporal.PlainDate.compare(day, today) > 0) throw invalid('Todavía no llega ese día: quiénes estarán vigentes no se sabe.')
    return al
  }

  private async read(tx: EntityManager, { clave, acuerdoId, al }: PedidoListado & { al: string }): Promise<Listado> {
    const proceso = await this.parts.procesos.confirmado(tx)
    const plantilla = proceso.catalogos.listados.find((each) => each.clave === clave)
    const acuerdo = acuerdoId === null ? null : await findAcuerdo(tx, acuerdoId)
    if (!plantilla || (acuerdoId !== null && !acuerdo)) throw new AppError('ruta.no_existe')
    const cargos = await this.parts.procesos.cargos(tx)
    const organo = proceso.catalogos.organos.find((each) => each.clave === acuerdo?.organo) ?? null
    return {
      emisor: emisorOf(proceso),
      plantilla,
      grupos: proceso.catalogos.grupos,
      cargos: cargos.filter((each) => plantilla.cargos.includes(each.clave)).map(({ nombre }) => nombre),
      corte: this.deps.clock.now().toString({ fractionalSecondDigits: 0 }),
      al,
      acuerdo: acuerdo && { ...acuerdo, organo },
      universo: await countUniverso(tx, { al, acuerdoId }),
      rows: await readListado(tx, { al, acuerdoId, cargos: plantilla.cargos }),
    }
  }

  private async write(listado: Listado, formato: FormatoListado): Promise<Buffer> {
    const { documentos } = this.parts
    if (formato === 'xlsx') return documentos.workbook(toWorkbook(listado), 'xlsx')
    const razon = razonContraPdf(listado.rows.length)
    if (razon !== null) throw new AppError('exportacion.demasiado_grande', { detail: razon })
    return documentos.pdf(toDocument(listado))
  }
}

export function emisorOf({ institutoSiglas, institutoNombre, nombre, simulacro, zona }: Proceso): Emisor {
  return { instituto: { siglas: institutoSiglas, nombre: institutoNombre }, proceso: nombre, simulacro, zona }
}

const MEDIOS: Record<FormatoListado, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
}

function nameOf({ plantilla, acuerdo, al }: Listado, formato: FormatoListado): string {
  return `${fileName(['listado', plantilla.clave, ...(acuerdo ? ['acuerdo', acuerdo.numero] : []), al])}.${formato}`
}

/** Joined by hyphens, of letters, digits and dots only. */
export function fileName(parts: string[]): string {
  const name = parts
    .join('-')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9.]+/g, '-')
    .replace(/^[-.]+/, '')
  return trimEndOf(name, '-.').slice(0, 120)
}

function dateOf(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return null
  }
}

function invalid(reason: string): AppError {
  return new AppError('entrada.invalida', { errors: [{ field: 'al', reasons: [reason] }] })
}
