import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { EntityManager } from 'typeorm'
import {
  cleanLine,
  proponerImportacion,
  VEREDICTOS_IMPORTACION,
  type CandidaturaListada,
  type FilaImportacion,
  type FilaPropuesta,
} from '@conoceles/domain'
import type { Acuse, AcusesService, BitacoraService } from '../bitacora/index.ts'
import type { ProcesosService } from '../procesos/index.ts'
import { act, type Quien } from '../../shared/act.ts'
import { canonical, sha256 } from '../../shared/canonical.ts'
import { toDate, toIso } from '../../shared/clock.ts'
import type { Deps } from '../../shared/deps.ts'
import { AppError } from '../../shared/errors.ts'
import { insertCandidaturas, insertWhatIsNamed, updateCandidaturas } from './aplicacion.queries.ts'
import { lockForImport, readActuales, readCatalogo } from './catalogo.queries.ts'
import { fromStored, toFilas, toStored } from './filas.ts'
import { Importacion } from './importacion.entity.ts'
import type { ImportacionDto, ImportacionListadaDto, ListImportacionesDto } from './importaciones.dto.ts'
import { createReadTabla, type ReadTabla } from './read-tabla.ts'

interface Services {
  bitacora: BitacoraService
  acuses: AcusesService
  procesos: ProcesosService
}

type Veredicto = Omit<FilaPropuesta, 'candidatura'>

const PAGE = 50
const MAX_NAME = 200

/** The approved list: what it would do is shown first, and written only as it was shown. */
export class ImportacionesService {
  private readonly readTabla: ReadTabla

  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {
    this.readTabla = createReadTabla({ workerPath: join(deps.config.trabajadores, 'tabla.worker.js') })
  }

  async proponer(quien: Quien, file: { nombre: string; contenido: Buffer }): Promise<ImportacionDto> {
    const filas = await this.read(file)
    return act(this.deps.databases, quien, async (tx) => {
      const propuestas = await this.propose(tx, filas)
      const { id: procesoId } = await this.services.procesos.proceso(tx)
      const row: Importacion = {
        id: randomUUID(),
        procesoId,
        archivo: cleanLine(file.nombre).slice(0, MAX_NAME),
        sha256: sha256(file.contenido),
        estatus: 'propuesta',
        filas: filas.map(toStored),
        veredictos: propuestas.map(toVeredicto),
        resumen: resumenOf(propuestas),
        creadaEn: toDate(this.deps.clock.now()),
        creadaPor: quien.cuentaId,
        cerradaEn: null,
      }
      await tx.insert(Importacion, row as never)
      await this.record(tx, quien, { acto: 'importacion.propuesta', id: row.id, detalle: { sha256: row.sha256, ...row.resumen } })
      return toDto(row)
    })
  }

  /** All or nothing, and only what was shown: when the data changed since, the list has to be looked at again. */
  confirmar(quien: Quien, id: string, { omitirRechazadas }: { omitirRechazadas: boolean }): Promise<Acuse> {
    return act(this.deps.databases, quien, async (tx) => {
      const row = await lock(tx, id)
      const veredictos = row.veredictos as Veredicto[]
      await lockForImport(tx, clavesOf(veredictos.filter(({ veredicto }) => veredicto === 'cambiar')))
      const propuestas = await this.propose(tx, row.filas.map(fromStored))
      if (canonical(propuestas.map(toVeredicto)) !== canonical(veredictos)) throw new AppError('importacion.no_confirmable')
      if (row.resumen.rechazar > 0 && !omitirRechazadas) throw new AppError('importacion.con_rechazos')

      const creadas = accepted(propuestas, 'crear').map((candidatura) => ({ ...candidatura, id: randomUUID(), personaId: randomUUID() }))
      const cambiar = accepted(propuestas, 'cambiar')
      await insertWhatIsNamed(tx, row.procesoId, [...creadas, ...cambiar])
      await insertCandidaturas(tx, row.procesoId, creadas)
      const cambiadas = await updateCandidaturas(tx, row.procesoId, cambiar)
      // The dates of birth have no more to do here; what the list did stays.
      await tx.update(Importacion, { id }, { estatus: 'confirmada', cerradaEn: toDate(this.deps.clock.now()), filas: [] })
      return this.finish(tx, quien, { row, creadas: creadas.map((creada) => creada.id), cambiadas, claves: clavesOf(veredictos) })
    })
  }

  descartar(quien: Quien, id: string): Promise<void> {
    return act(this.deps.databases, quien, async (tx) => {
      await lock(tx, id)
      const closed = { estatus: 'descartada', cerradaEn: toDate(this.deps.clock.now()), filas: [], veredictos: [] } as const
      await tx.update(Importacion, { id }, closed as never)
      await this.record(tx, quien, { acto: 'importacion.descartada', id, detalle: {} })
    })
  }

  async list(tx: EntityManager, despues: string | null): Promise<ListImportacionesDto> {
    const last = despues === null ? null : await tx.findOneBy(Importacion, { id: despues })
    const query = tx
      .createQueryBuilder(Importacion, 'i')
      .select(['i.id', 'i.archivo', 'i.sha256', 'i.estatus', 'i.resumen', 'i.creadaEn', 'i.cerradaEn'])
      .orderBy('i.creadaEn', 'DESC')
      .addOrderBy('i.id', 'DESC')
      .limit(PAGE)
    if (last) query.where('(i.creada_en, i.id) < (:creadaEn, :id)', { creadaEn: last.creadaEn, id: last.id })
    const rows = await query.getMany()
    const total = await tx.count(Importacion)
    return { elementos: rows.map(toListed), total, siguiente: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null }
  }

  async find(tx: EntityManager, id: string): Promise<ImportacionDto> {
    const row = await tx.findOneBy(Importacion, { id })
    if (!row) throw new AppError('ruta.no_existe')
    return toDto(row)
  }

  private async read({ nombre, contenido }: { nombre: string; contenido: Buffer }): Promise<FilaImportacion[]> {
    const result = await this.readTabla(contenido, nombre)
    if (!result.ok && result.codigo === 'ocupado') throw new AppError('servicio.ocupado', { detail: result.razon, retryAfter: 5 })
    const read = result.ok ? toFilas(result.tabla) : { razones: [result.razon] }
    if ('razones' in read) throw new AppError('entrada.archivo_invalido', { errors: [{ field: 'archivo', reasons: read.razones }] })
    return read.filas
  }

  private async propose(tx: EntityManager, filas: FilaImportacion[]): Promise<FilaPropuesta[]> {
    const { catalogos, jornada } = await this.services.procesos.proceso(tx)
    const grupos = catalogos.grupos.map(({ clave, nombre }) => ({ clave, nombre }))
    const catalogo = await readCatalogo(tx, { grupos, jornada, hoy: this.deps.clock.today().toString() })
    return proponerImportacion(filas, catalogo, await readActuales(tx))
  }

  private async finish(
    tx: EntityManager,
    quien: Quien,
    done: { row: Importacion; creadas: string[]; cambiadas: string[]; claves: string[] },
  ): Promise<Acuse> {
    const { row, creadas, cambiadas } = done
    const counts = { creadas: creadas.length, cambiadas: cambiadas.length, omitidas: row.resumen.rechazar }
    const huella = sha256(canonical([...done.claves].sort()))
    const acuse = await this.services.acuses.emitir(tx, 'importacion.confirmada', {
      importacion: row.id,
      archivo: row.sha256,
      claves: huella,
      ...counts,
    })
    if (creadas.length > 0) await this.record(tx, quien, { acto: 'candidatura.registrada', id: row.id, detalle: { candidaturas: creadas } })
    const detalle = { ...counts, claves: huella, folio: acuse.folio, candidaturas: [...creadas, ...cambiadas] }
    await this.record(tx, quien, { acto: 'importacion.confirmada', id: row.id, detalle })
    return acuse
  }

  private record(tx: EntityManager, quien: Quien, entry: { acto: string; id: string; detalle: Record<string, unknown> }): Promise<void> {
    const { acto, id, detalle } = entry
    const { cuentaId, rol, requestId } = quien
    return this.services.bitacora.registrar(tx, { acto, cuentaId, rol, objeto: { tipo: 'importacion', id }, detalle, requestId })
  }
}

/** Only a proposal can still be confirmed or discarded, and only once. */
async function lock(tx: EntityManager, id: string): Promise<Importacion> {
  const row = await tx.findOne(Importacion, { where: { id }, lock: { mode: 'pessimistic_write' } })
  if (!row) throw new AppError('ruta.no_existe')
  if (row.estatus !== 'propuesta') throw new AppError('importacion.no_confirmable')
  return row
}

function accepted(propuestas: FilaPropuesta[], wanted: 'crear' | 'cambiar'): CandidaturaListada[] {
  return propuestas.flatMap(({ veredicto, candidatura }) => (veredicto === wanted && candidatura ? [candidatura] : []))
}

function clavesOf(veredictos: Veredicto[]): string[] {
  return veredictos.flatMap(({ veredicto, clave }) => (veredicto !== 'rechazar' && clave ? [clave] : []))
}

function toVeredicto({ candidatura: _candidatura, ...veredicto }: FilaPropuesta): Veredicto {
  return veredicto
}

function resumenOf(propuestas: FilaPropuesta[]): Importacion['resumen'] {
  const count = (wanted: string) => propuestas.filter(({ veredicto }) => veredicto === wanted).length
  return Object.fromEntries(VEREDICTOS_IMPORTACION.map((veredicto) => [veredicto, count(veredicto)])) as Importacion['resumen']
}

function toDto(row: Importacion): ImportacionDto {
  return { ...toListed(row), filas: row.veredictos as ImportacionDto['filas'] }
}

function toListed(row: Importacion): ImportacionListadaDto {
  const { id, archivo, sha256: hash, estatus, resumen } = row
  return { id, archivo, sha256: hash, estatus, resumen, creadaEn: toIso(row.creadaEn), cerradaEn: toIso(row.cerradaEn) }
}
