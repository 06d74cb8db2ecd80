import { localDay } from '@conoceles/domain'
import type { Readable } from 'node:stream'
import type { EntityManager } from 'typeorm'
import type { ActividadesService, EntregableDetailDto } from '../actividades/index.ts'
import type { Acts } from '../../bitacora/index.ts'
import { fileName } from '../../intercambio/exportaciones/index.ts'
import type { Proceso, ProcesosService } from '../../proceso/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { Contributor, Piece } from '../../../shared/pieces.ts'
import { streamZip, type ZipEntry } from '../../../shared/archivos/zip.ts'
import { readAcusesOf, readBitacoraOf } from './expedientes.queries.ts'
import { asFacts, type Indice } from './indice.ts'
import { INDICE, sealedEntries, type Archivo, type Sellado } from './sellar.ts'

interface Services {
  acts: Acts
  procesos: ProcesosService
  actividades: ActividadesService
  /** Modules that add pieces to the expediente of an entregable. */
  contributors: readonly Contributor[]
  /** Everything of one sesión. */
  sesion: (tx: EntityManager, proceso: Proceso, id: string) => Promise<{ nombre: string; entregables: string[]; pieces: Piece[] }>
}

/** Matter of an expediente: one entregable or one sesión; neither: the whole programme. */
export interface Alcance {
  entregable?: string | undefined
  sesion?: string | undefined
}

interface Reunido {
  /** As the index and the name of the file say it; null: the whole programme. */
  nombre: string | null
  objeto: { tipo: string; id: string }
  claves: string[]
  pieces: Piece[]
}

interface Gathered {
  proceso: Proceso
  objeto: Reunido['objeto']
  indice: Omit<Indice, 'archivos'>
  pieces: Piece[]
}

export interface Expediente {
  nombre: string
  contenido: Readable
}

/** Everything about one entregable, one sesión or the whole programme, in a file that proves itself. */
export class ExpedientesService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  /** Sent while it is made: a connection on which nothing moves is ended before the papers of a whole programme are written. */
  async descargar(quien: Quien, alcance: Alcance): Promise<Expediente> {
    const gathered = await act(this.deps.databases, quien, (tx) => this.gather(tx, alcance))
    const { indice, proceso } = gathered
    const nombre = fileName(['expediente', indice.alcance ?? proceso.clave, localDay(indice.firmadoEn, this.deps.clock.zona)])
    return { nombre: `${nombre}.zip`, contenido: streamZip(this.entries(quien, gathered)) }
  }

  /** In the bitácora before the signed index is sent, and with it the end of the file: nobody has it whole unrecorded. */
  private async *entries(quien: Quien, { pieces, indice, objeto }: Gathered): AsyncGenerator<ZipEntry> {
    const made: Sellado = { archivos: [], sha256: '' }
    for await (const entry of sealedEntries(this.archivos(quien, pieces), { indice, firma: this.deps.secretos.firma, made })) {
      if (entry.ruta === INDICE) {
        await this.services.acts.recordReading(quien, {
          acto: 'expediente.descargado',
          objeto,
          detalle: { archivos: made.archivos.length, sha256: made.sha256 },
        })
      }
      yield entry
    }
  }

  private async gather(tx: EntityManager, alcance: Alcance): Promise<Gathered> {
    const { actividades, procesos } = this.services
    const proceso = await procesos.confirmado(tx)
    const { nombre, objeto, claves, pieces } =
      alcance.sesion === undefined
        ? await this.reunirEntregables(tx, alcance.entregable)
        : await this.reunirSesion(tx, proceso, alcance.sesion)
    const entregables = await actividades.details(tx, claves)
    pieces.sort((one, other) => (one.ruta < other.ruta ? -1 : 1))
    const bitacora = await readBitacoraOf(tx, objetosOf(entregables, pieces))
    const acuses = await readAcusesOf(tx, bitacora)
    return { proceso, objeto, pieces, indice: { ...this.head(proceso, nombre), entregables: entregables.map(asFacts), bitacora, acuses } }
  }

  private async reunirEntregables(tx: EntityManager, clave: string | undefined): Promise<Reunido> {
    const { actividades, contributors } = this.services
    const all = (await actividades.tablero(tx)).elementos.map((each) => each.clave)
    const claves = clave === undefined ? all : all.filter((each) => each === clave)
    if (clave !== undefined && claves.length === 0) throw new AppError('ruta.no_existe')
    const pieces: Piece[] = []
    for (const contribute of contributors) pieces.push(...(await contribute(tx, claves)))
    return { nombre: clave ?? null, objeto: { tipo: 'expediente', id: clave ?? 'programa' }, claves, pieces }
  }

  private async reunirSesion(tx: EntityManager, proceso: Proceso, id: string): Promise<Reunido> {
    const { nombre, entregables, pieces } = await this.services.sesion(tx, proceso, id)
    return { nombre, objeto: { tipo: 'sesion', id }, claves: entregables, pieces }
  }

  private head({ clave, nombre, simulacro, zona, institutoSiglas, institutoNombre }: Proceso, alcance: string | null) {
    return {
      formato: 'expediente-1' as const,
      instituto: { siglas: institutoSiglas, nombre: institutoNombre },
      proceso: { clave, nombre, simulacro, zona },
      alcance,
      firmadoEn: this.deps.clock.now().toString({ fractionalSecondDigits: 3 }),
    }
  }

  private async *archivos(quien: Quien, pieces: readonly Piece[]): AsyncGenerator<Archivo> {
    const inTx = <T>(work: (tx: EntityManager) => Promise<T>) => act(this.deps.databases, quien, work)
    for (const piece of pieces) {
      const contenido = await piece.read(inTx)
      await this.note(quien, piece, contenido)
      yield { ...piece, contenido }
    }
  }

  private async note(quien: Quien, { impresa }: Piece, contenido: Buffer): Promise<void> {
    if (!impresa) return
    const { sesion, ...what } = impresa
    await this.services.acts.recordReading(quien, {
      acto: 'sesion.impresa',
      objeto: { tipo: 'sesion', id: sesion },
      detalle: { ...what, sha256: sha256(contenido) },
    })
  }
}

function objetosOf(entregables: readonly EntregableDetailDto[], pieces: readonly Piece[]): { tipo: string; id: string }[] {
  return [...entregables.map(({ clave }) => ({ tipo: 'entregable', id: clave })), ...pieces.flatMap(({ objeto }) => objeto ?? [])]
}
