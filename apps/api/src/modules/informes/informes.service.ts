import type { EntityManager } from 'typeorm'
import { mesDelInforme, type Actos, type ClaseInforme } from '@conoceles/domain'
import type { ActividadesService, EntregableDto } from '../programa/actividades/index.ts'
import type { Acts } from '../bitacora/index.ts'
import type { CodificacionesService } from './codificaciones/index.ts'
import type { CuestionariosVigentes } from '../captura/index.ts'
import type { ProcesosService } from '../proceso/index.ts'
import type { Quien } from '../../shared/act.ts'
import { toIso } from '../../shared/clock.ts'
import type { Deps } from '../../shared/deps.ts'
import { AppError } from '../../shared/http/errors.ts'
import type { ActoInformeDto, InformeDetalleDto, InformeDto } from './informes.dto.ts'
import { countDeCada, findCorte, listCortes, listEmisiones, readEnviadas, readTextos, type Lugar } from './informes.queries.ts'
import { toDetalle, type Identificado } from './vista.ts'
import { readVotado } from './votado.ts'

export interface Services {
  vigentes: CuestionariosVigentes
  codificaciones: CodificacionesService
  acts: Acts
  procesos: ProcesosService
  actividades: ActividadesService
}

/** Acting account, informe, and key of the submission: null when the caller sent none. */
export interface Envio {
  quien: Quien
  clave: string
  llave: string | null
}

/** Acts on an informe, as the bitácora names them. */
type DeInforme = `informe.${'corte_tomado' | 'texto_guardado' | 'emitido'}`

export interface Acto {
  /** "informe.corte_tomado". */
  acto: DeInforme
  /** Received content. */
  contenido: Record<string, unknown>
}

/** An informe at the turn of an act. */
export interface Turno {
  quien: Quien
  informe: Identificado
  lugar: Lugar
  folio: string
  ahora: Date
}

/** Makes the change and gives the detail for the bitácora: numbers and hashes, never texts. */
export type Cambio = (tx: EntityManager, turno: Turno) => Promise<Omit<Actos[DeInforme], 'folio'>>

const NADA = { cortes: 0, ultimoCorteEn: null, emisiones: 0, ultimaEmisionEn: null }

/** The informes that the programme of work owes, and the five steps of every act on one. */
export class InformesService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  async list(tx: EntityManager): Promise<InformeDto[]> {
    const { id: procesoId } = await this.services.procesos.proceso(tx)
    const counts = await countDeCada(tx, procesoId)
    return (await this.identificados(tx)).map((informe) => {
      const found = counts.get(informe.clave)
      if (!found) return { ...informe, ...NADA }
      const { ultimoCorteEn, ultimaEmisionEn, ...numbers } = found
      return { ...informe, ...numbers, ultimoCorteEn: toIso(ultimoCorteEn), ultimaEmisionEn: ultimaEmisionEn && toIso(ultimaEmisionEn) }
    })
  }

  async find(tx: EntityManager, clave: string): Promise<InformeDetalleDto> {
    const { informe, lugar } = await this.locate(tx, clave)
    return toDetalle(informe, {
      textos: await readTextos(tx, lugar),
      cortes: await listCortes(tx, lugar),
      emisiones: await listEmisiones(tx, lugar),
      enviadas: await readEnviadas(tx, lugar),
      votado: await readVotado(tx, clave, this.services),
      ultimo: await findCorte(tx, lugar),
      ahora: this.deps.clock.now().toString(),
    })
  }

  async locate(tx: EntityManager, clave: string): Promise<{ informe: Identificado; lugar: Lugar }> {
    const { id: procesoId } = await this.services.procesos.proceso(tx)
    const informe = (await this.identificados(tx)).find((each) => each.clave === clave)
    if (!informe) throw new AppError('ruta.no_existe')
    return { informe, lugar: { procesoId, entregable: clave } }
  }

  perform({ quien, clave, llave }: Envio, { acto, contenido }: Acto, change: Cambio): Promise<ActoInformeDto> {
    return this.services.acts.perform(quien, {
      acto,
      objeto: { tipo: 'informe', id: clave },
      envio: { clave: llave, contenido: { informe: clave, ...contenido } },
      lock: async (tx) => {
        await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`informe|${clave}`])
        return this.locate(tx, clave)
      },
      change: async ({ tx, state, ahora, folio }) => {
        const detalle = await change(tx, { ...state, quien, folio, ahora })
        return { recibido: { informe: clave, ...contenido }, detalle: { ...detalle, folio } }
      },
      answer: async ({ tx, acuse }) => ({ informe: await this.find(tx, clave), acuse }),
    })
  }

  private async identificados(tx: EntityManager): Promise<Identificado[]> {
    const { programa, entregables } = await this.services.actividades.panorama(tx)
    const clases = new Map(programa.actividades.map(({ clave, informe }) => [clave, informe]))
    const monthly = new Set(programa.actividades.filter(({ meses }) => meses !== null).map(({ clave }) => clave))
    return entregables.flatMap((entregable) => {
      const clase = clases.get(entregable.actividad)
      // A duty over a span of months is owed by each of its months, and has no document of its own.
      const whole = entregable.mes === null && monthly.has(entregable.actividad)
      return clase === undefined || whole ? [] : [toIdentificado(entregable, clase)]
    })
  }
}

function toIdentificado({ clave, numero, nombre, titulo, mes, hitos }: EntregableDto, clase: ClaseInforme): Identificado {
  const waiting = hitos.filter(({ vence, cumplimiento }) => vence !== null && cumplimiento === null)
  const [next] = waiting.sort((a, b) => String(a.vence).localeCompare(String(b.vence)))
  const said = mesDelInforme({ informe: clase, mes, hitos })
  return { clave, numero, nombre, titulo, mes: said, clase, vence: next?.vence ?? null, milestone: next?.milestone ?? null }
}

export function assert(reasons: readonly string[]): void {
  if (reasons.length > 0) throw new AppError('informe.acto_no_permitido', { detail: reasons.join(' ') })
}
