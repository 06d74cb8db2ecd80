import type { EntityManager } from 'typeorm'
import { esDeActorPolitico, localMinute } from '@conoceles/domain'
import type { Acts } from '../../../bitacora/index.ts'
import type { CuestionariosVigentes } from '../../../captura/index.ts'
import type { CandidaturasService } from '../../../registro/index.ts'
import type { ProcesosService } from '../../../proceso/index.ts'
import { act, datosBloqueados, demandAbiertos, demandAlcance, type Quien } from '../../../../shared/act.ts'
import { sha256 } from '../../../../shared/criptografia/canonical.ts'
import type { Deps } from '../../../../shared/deps.ts'
import type { Documentos } from '../../../../shared/documentos/documentos.ts'
import { emisorOf, fileName, type Descarga } from '../listados/listados.service.ts'
import type { ClaveColumna } from './columnas.ts'
import { toFichas, type Curricular } from './fichas.ts'
import { toCsv, toWorkbook, type Seleccion } from './libro.ts'
import type { FormatoSeleccion } from './seleccion.dto.ts'
import { readCurriculares } from './seleccion.queries.ts'

interface Parts {
  acts: Acts
  procesos: ProcesosService
  candidaturas: CandidaturasService
  vigentes: CuestionariosVigentes
  documentos: Documentos
  cuentas: { service: { findOwn(quien: Quien): Promise<{ nombre: string }> } }
}

/** Documents of the candidaturas that somebody chose in the directory: what the account may see, and no answer of identity. */
export class SeleccionService {
  constructor(
    private readonly deps: Deps,
    private readonly parts: Parts,
  ) {}

  /** In the bitácora before anybody has it. */
  async exportar(
    quien: Quien,
    { candidaturas, formato, columnas }: { candidaturas: string[]; formato: FormatoSeleccion; columnas: ClaveColumna[] },
  ): Promise<Descarga> {
    const cuenta = await this.nameOf(quien)
    const { seleccion, procesoId } = await act(this.deps.databases, quien, (tx) => this.read(tx, quien, { candidaturas, cuenta }))
    const contenido =
      formato === 'csv' ? toCsv(seleccion, columnas) : await this.parts.documentos.workbook(toWorkbook(seleccion, columnas), 'xlsx')
    await this.parts.acts.recordReading(quien, {
      acto: 'exportacion.seleccion',
      objeto: { tipo: 'proceso', id: procesoId },
      detalle: { formato, columnas, candidaturas: seleccion.filas.length, sha256: sha256(contenido) },
    })
    return { nombre: this.fileOf('candidaturas', seleccion.corte, formato), medio: MEDIOS[formato], contenido }
  }

  /** In the bitácora before anybody has them. */
  async fichas(quien: Quien, candidaturas: string[]): Promise<Descarga> {
    const cuenta = await this.nameOf(quien)
    const { seleccion, curricular, procesoId } = await act(this.deps.databases, quien, async (tx) => {
      await demandAbiertos(tx)
      return { ...(await this.read(tx, quien, { candidaturas, cuenta })), curricular: await this.curricular(tx, quien, candidaturas) }
    })
    const contenido = await this.parts.documentos.pdf(toFichas(seleccion, curricular))
    await this.parts.acts.recordReading(quien, {
      acto: 'exportacion.fichas',
      objeto: { tipo: 'proceso', id: procesoId },
      detalle: { candidaturas: seleccion.filas.length, sha256: sha256(contenido) },
    })
    return { nombre: this.fileOf('fichas', seleccion.corte, 'pdf'), medio: 'application/pdf', contenido }
  }

  private async nameOf(quien: Quien): Promise<string> {
    return (await this.parts.cuentas.service.findOwn(quien)).nombre
  }

  private async read(
    tx: EntityManager,
    quien: Quien,
    { candidaturas, cuenta }: { candidaturas: string[]; cuenta: string },
  ): Promise<{ seleccion: Seleccion; procesoId: string }> {
    const filas = await this.parts.candidaturas.elegidas(tx, candidaturas)
    if (filas.length === 0) await demandAlcance(tx, quien)
    const proceso = await this.parts.procesos.proceso(tx)
    const seleccion = {
      emisor: emisorOf(proceso),
      corte: this.deps.clock.now().toString({ fractionalSecondDigits: 0 }),
      bloqueados: await datosBloqueados(tx),
      elegidas: new Set(candidaturas).size,
      ...{ cuenta, filas },
    }
    return { seleccion, procesoId: proceso.id }
  }

  /** An actor político reads its own drafts; the institute, what was sent to it. */
  private async curricular(tx: EntityManager, quien: Quien, candidaturas: string[]): Promise<Curricular> {
    const vigente = (await this.parts.vigentes.list(tx)).find(({ row }) => row.tipo === 'curricular')
    const como = esDeActorPolitico(quien.rol) ? 'respuestas' : 'validadas'
    if (vigente === undefined) return { compiled: null, respuestas: new Map() }
    return { compiled: vigente.compiled, respuestas: await readCurriculares(tx, { candidaturas, cuestionarioId: vigente.row.id, como }) }
  }

  private fileOf(what: string, corte: string, extension: string): string {
    return `${fileName([what, localMinute(corte, this.deps.clock.zona)])}.${extension}`
  }
}

const MEDIOS: Record<FormatoSeleccion, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}
