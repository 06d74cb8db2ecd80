import type { EntityManager } from 'typeorm'
import { seccionesDe } from '@conoceles/cuestionarios'
import { localMinute, plazoCaptura } from '@conoceles/domain'
import type { CuentaCandidata } from '../../acceso/index.ts'
import type { Acts } from '../../bitacora/index.ts'
import type { CandidaturaDto, CandidaturasFilter, CandidaturasService, Pagina } from '../../registro/index.ts'
import { rigenPara, type CuestionariosVigentes, type Vigente } from '../../captura/index.ts'
import { emisorOf, fileName, type Descarga } from '../../intercambio/exportaciones/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { act, demandAbiertos, type Quien } from '../../../shared/act.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import { toIso } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { listDias, listSeguidas } from './actores.queries.ts'
import { readAvance, type AvanceRow } from './avance.queries.ts'
import { porActor } from './por-actor.ts'
import { toCsv, toWorkbook, type SeccionTablero, type Tablero } from './tablero-libro.ts'
import type { AvanceActoresDto, EstatusTablero, FormatoTablero, TableroCapturaDto, TableroFilaDto } from './tablero.dto.ts'

interface Services {
  acts: Acts
  procesos: ProcesosService
  candidaturas: CandidaturasService
  vigentes: CuestionariosVigentes
  documentos: Documentos
  cuentas: { listCandidatas(candidaturas: readonly string[]): Promise<CuentaCandidata[]> }
}

/** Questions of the captura, and their versions. */
interface Preguntas {
  vigentes: readonly Vigente[]
  secciones: readonly SeccionTablero[]
}

const PART = 500
/** Days of the chart, with today. */
const DIAS = 14

/** How the captura of everybody goes: for a party of its own, for the institute of all. */
export class TableroCapturaService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  /** All that the page shows, read at one moment; counts come with the first page. */
  read(quien: Quien, { filter, pagina }: { filter: CandidaturasFilter; pagina: Pagina }): Promise<TableroCapturaDto> {
    return act(this.deps.databases, quien, async (tx) => {
      const { candidaturas } = this.services
      const vigentes = await this.services.vigentes.list(tx)
      const secciones = seccionesOf(vigentes)
      const page = await candidaturas.list(tx, quien, { filter, pagina })
      const first = pagina.despues === null
      return {
        corte: this.corte(),
        universo: (await candidaturas.resumen(tx)).total,
        secciones,
        conteos: first ? await candidaturas.conteos(tx, filter) : null,
        contiendas: first ? await candidaturas.contiendas(tx, filter) : [],
        elementos: await this.withAvance(tx, page.elementos, { vigentes, secciones }),
        total: page.total,
        siguiente: page.siguiente,
      }
    })
  }

  /** How each actor político goes in each section, and what was sent and verified on each of the last days. */
  actores(quien: Quien): Promise<AvanceActoresDto> {
    return act(this.deps.databases, quien, async (tx) => {
      await demandAbiertos(tx)
      const { id: procesoId, zona } = await this.services.procesos.proceso(tx)
      const vigentes = await this.services.vigentes.list(tx)
      const secciones = seccionesOf(vigentes)
      const today = this.deps.clock.today()
      const hoy = today.toString()
      const desde = today.subtract({ days: DIAS - 1 }).toString()
      return {
        corte: this.corte(),
        secciones,
        actores: porActor(await listSeguidas(tx, { procesoId, hoy }), { vigentes, secciones }),
        dias: await listDias(tx, { procesoId, hoy, zona, desde }),
      }
    })
  }

  /** Everybody of the filter as a file; written apart, and in the bitácora before anybody has it. */
  async exportar(quien: Quien, { filter, formato }: { filter: CandidaturasFilter; formato: FormatoTablero }): Promise<Descarga> {
    const { tablero, procesoId } = await act(this.deps.databases, quien, async (tx) => ({
      tablero: await this.readAll(tx, quien, filter),
      procesoId: (await this.services.procesos.proceso(tx)).id,
    }))
    const contenido = formato === 'csv' ? toCsv(tablero) : await this.services.documentos.workbook(toWorkbook(tablero), 'xlsx')
    await this.services.acts.recordReading(quien, {
      acto: 'exportacion.tablero',
      objeto: { tipo: 'proceso', id: procesoId },
      detalle: { formato, corte: tablero.corte, candidaturas: tablero.filas.length, sha256: sha256(contenido) },
    })
    const al = localMinute(tablero.corte, this.deps.clock.zona)
    return { nombre: `${fileName(['tablero-captura', al])}.${formato}`, medio: MEDIOS[formato], contenido }
  }

  private async readAll(tx: EntityManager, quien: Quien, filter: CandidaturasFilter): Promise<Tablero> {
    const { candidaturas, procesos } = this.services
    const vigentes = await this.services.vigentes.list(tx)
    const secciones = seccionesOf(vigentes)
    const filas: TableroFilaDto[] = []
    let despues: string | null = null
    do {
      const page = await candidaturas.list(tx, quien, { filter, pagina: { orden: 'boleta', despues, limite: PART } })
      filas.push(...(await this.withAvance(tx, page.elementos, { vigentes, secciones })))
      despues = page.siguiente
    } while (despues !== null)
    const universo = (await candidaturas.resumen(tx)).total
    return { emisor: emisorOf(await procesos.proceso(tx)), corte: this.corte(), universo, secciones, filas }
  }

  private corte(): string {
    return this.deps.clock.now().toString({ fractionalSecondDigits: 0 })
  }

  private async withAvance(tx: EntityManager, rows: CandidaturaDto[], { vigentes, secciones }: Preguntas): Promise<TableroFilaDto[]> {
    const ids = rows.map(({ id }) => id)
    const avance = await readAvance(tx, ids)
    const cuentas = new Map((await this.services.cuentas.listCandidatas(ids)).map(({ candidaturaId, estatus }) => [candidaturaId, estatus]))
    const { zona } = await this.services.procesos.proceso(tx)
    const at = { zona, ahora: this.deps.clock.now() }
    return rows.map((row) => {
      const found = avance.get(row.id) ?? NOTHING
      const termino = plazoCaptura(found.observacionVence, at)
      return {
        ...row,
        secciones: secciones.map((seccion) => estatusOf(seccion, { avance: found, rigen: rigenPara(vigentes, row.cargo) })),
        observaciones: found.observaciones,
        observacionVenceEn: termino.venceEn,
        observacionVencida: termino.vencida,
        guardadaEn: toIso(found.guardadaEn),
        cuenta: cuentas.get(row.id) ?? 'ninguna',
        recordada: found.recordada,
      }
    })
  }
}

const NOTHING: Omit<AvanceRow, 'id'> = {
  secciones: null,
  guardadaEn: null,
  observaciones: 0,
  observacionVence: null,
  exenta: false,
  recordada: null,
}

const MEDIOS: Record<FormatoTablero, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** Each once, however many versions ask for it: a version may be of some cargos alone. */
function seccionesOf(vigentes: readonly Vigente[]): SeccionTablero[] {
  const all = vigentes.flatMap(({ row: { tipo: cuestionario }, compiled }) =>
    seccionesDe(compiled).map(({ clave, titulo }): SeccionTablero => ({ cuestionario, clave, titulo })),
  )
  return all.filter((seccion, at) => all.findIndex((other) => isSame(other, seccion)) === at)
}

function isSame(one: SeccionTablero, other: SeccionTablero): boolean {
  return one.cuestionario === other.cuestionario && one.clave === other.clave
}

function estatusOf(
  { cuestionario, clave }: SeccionTablero,
  { avance: { secciones, exenta }, rigen }: { avance: Omit<AvanceRow, 'id'>; rigen: readonly Vigente[] },
): EstatusTablero {
  const vigente = rigen.find(({ row }) => row.tipo === cuestionario)
  const asked = vigente && seccionesDe(vigente.compiled).some((seccion) => seccion.clave === clave)
  if (!asked || (cuestionario === 'identidad' && exenta)) return 'exenta'
  return (secciones?.[`${vigente.row.id}/${clave}`] ?? 'vacia') as EstatusTablero
}
