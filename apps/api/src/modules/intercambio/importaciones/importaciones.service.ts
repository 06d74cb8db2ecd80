import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import {
  cleanLine,
  COLUMNAS_FIJAS,
  COLUMNAS_IMPORTACION,
  razonesContraAsignacion,
  SIN_TRATAR,
  type AsignacionColumnas,
  type ValoresFijos,
} from '@conoceles/domain'
import { isOneOf, pairOf, partialOf } from '@conoceles/domain/typed'
import { insertRow } from '../../../database/rows.ts'
import { act, datosBloqueados, demandAbiertos, type Quien } from '../../../shared/act.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import { toDate } from '../../../shared/clock.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { begin, findRow, lock } from './candado.ts'
import { saveFuente } from './fuentes.ts'
import { goOnIn, objetoDe, type Contexto } from './revision/contexto.ts'
import { razonesContraDeshacer } from './aplicacion/deshacer.ts'
import { listFilas, type Pagina } from './filas.queries.ts'
import { admiteOtrasEntidades } from './formato.ts'
import { ImportacionFuente } from './importacion-fuente.entity.ts'
import { ESTATUS_IMPORTACION, Importacion, type EstatusImportacion } from './importacion.entity.ts'
import type {
  AsignarColumnasDto,
  ImportacionDto,
  ListFilasDto,
  ListFuentesDto,
  ListImportacionesDto,
  TratarImportacionDto,
} from './importaciones.dto.ts'
import { detectFormato } from './libros/tabla.ts'
import { toDto, toFilaDto, toListed } from './vista.ts'

const PAGE = 50
const MAX_NAME = 200

/** Acts on a list of candidaturas. Long work is only begun here: the importador does it and the row says how far it is. */
export class ImportacionesService {
  constructor(private readonly contexto: Contexto) {}

  async recibir(quien: Quien, file: { nombre: string; contenido: Buffer; fuente: string | null }): Promise<ImportacionDto> {
    const formato = detectFormato(file.contenido, file.nombre)
    if (typeof formato !== 'string') {
      throw new AppError('entrada.archivo_invalido', { errors: [{ field: 'archivo', reasons: [formato.razon] }] })
    }
    const id = randomUUID()
    return this.contexto.acts.save(quien, {
      acto: 'importacion.recibida',
      objeto: objetoDe({ id }),
      lock: async (tx) => {
        await demandAbiertos(tx)
        return this.contexto.procesos.proceso(tx)
      },
      change: async ({ tx, state: { id: procesoId } }) => {
        const row = this.newRow(quien, { ...file, id, procesoId })
        await insertRow(tx, Importacion, row)
        await this.contexto.archivos.guardar(tx, id, file.contenido)
        return { detalle: { sha256: row.sha256, bytes: row.bytes }, row }
      },
      answer: ({ tx, hecho }) => this.describe(tx, hecho.row),
    })
  }

  /** Assigns the headings to columns, and remembers them under the name of the source when it is asked to. */
  asignar(quien: Quien, id: string, { columnas, fijos = {}, guardarComo }: AsignarColumnasDto): Promise<ImportacionDto> {
    return this.act(quien, async (tx) => {
      const row = await lock(tx, id, 'por_asignar')
      const said = checkAsignacion({ columnas, fijos }, row)
      const fuente = guardarComo === undefined ? row.fuente : cleanLine(guardarComo)
      if (guardarComo !== undefined && fuente) await this.saveColumnas(tx, quien, { row, nombre: fuente, ...said })
      const lectura = row.lectura && { ...row.lectura, preguntar: false }
      return this.begin(tx, quien, { row, change: { estatus: 'leyendo', ...said, lectura, fuente, encabezados: null } })
    })
  }

  /** Sets the treatment of its texts and rows: it is reviewed anew, and nothing is written. */
  tratar(quien: Quien, id: string, body: TratarImportacionDto): Promise<ImportacionDto> {
    return this.act(quien, async (tx) => {
      const row = await lock(tx, id, 'propuesta')
      if (body.otrasEntidades && !(await this.admiteOtras(tx))) throw new AppError('importacion.otras_entidades')
      const tratamiento = { ...row.tratamiento, ...body }
      // A list is not read again: cells that somebody mended stay.
      return this.begin(tx, quien, {
        row,
        change: { estatus: row.formato === 'lista' ? 'revisando' : 'leyendo', tratamiento, falla: null },
      })
    })
  }

  /** The verdicts are judged again when they are written: only the shown ones are written. */
  confirmar(quien: Quien, id: string, { omitirRechazadas }: { omitirRechazadas: boolean }): Promise<ImportacionDto> {
    return this.act(quien, async (tx) => {
      const row = await lock(tx, id, 'propuesta')
      if (row.resumen.rechazar > 0 && !omitirRechazadas) throw new AppError('importacion.con_rechazos')
      return this.begin(tx, quien, { row, change: { estatus: 'aplicando', omitirRechazadas, falla: null } })
    })
  }

  async descartar(quien: Quien, id: string): Promise<void> {
    await this.contexto.acts.save(quien, {
      acto: 'importacion.descartada',
      objeto: objetoDe({ id }),
      lock: async (tx) => {
        await demandAbiertos(tx)
        return lock(tx, id, 'propuesta', 'por_asignar')
      },
      change: async ({ tx }) => {
        await goOnIn(this.contexto, tx, { id, change: { estatus: 'descartada', falla: null, encabezados: null } })
        return { detalle: {} }
      },
      answer: () => ({}),
    })
  }

  deshacer(quien: Quien, id: string): Promise<ImportacionDto> {
    return this.act(quien, async (tx) => {
      const row = await lock(tx, id, ...ESTATUS_IMPORTACION)
      const reasons = await razonesContraDeshacer(this.contexto, tx, row)
      if (reasons.length > 0) throw new AppError('importacion.no_deshacible', { errors: [{ field: 'importacion', reasons }] })
      return this.begin(tx, quien, { row, change: { estatus: 'deshaciendo', falla: null } })
    })
  }

  async list(tx: EntityManager, despues: string | null): Promise<ListImportacionesDto> {
    const last = despues === null ? null : await tx.findOneBy(Importacion, { id: despues })
    const query = tx.createQueryBuilder(Importacion, 'i').orderBy('i.creadaEn', 'DESC').addOrderBy('i.id', 'DESC').limit(PAGE)
    if (last) query.where('(i.creada_en, i.id) < (:creadaEn, :id)', { creadaEn: last.creadaEn, id: last.id })
    const rows = await query.getMany()
    const total = await tx.count(Importacion)
    const siguiente = rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null
    return { elementos: rows.map(toListed), total, siguiente, datosBloqueados: await datosBloqueados(tx) }
  }

  async find(tx: EntityManager, id: string): Promise<ImportacionDto> {
    return this.describe(tx, await findRow(tx, id))
  }

  async listFilas(tx: EntityManager, id: string, page: Pagina): Promise<ListFilasDto> {
    const { hojas } = await findRow(tx, id)
    const { rows, total } = await listFilas(tx, id, page)
    const siguiente = rows.length === page.limite ? String(rows.at(-1)?.fila) : null
    return { elementos: rows.map((row) => toFilaDto(row, hojas)), total, siguiente }
  }

  async listFuentes(tx: EntityManager): Promise<ListFuentesDto> {
    const rows = await tx.find(ImportacionFuente, { order: { nombre: 'ASC' } })
    return { elementos: rows.map(({ id, nombre, columnas }) => ({ id, nombre, columnas })) }
  }

  forgetFuente(quien: Quien, id: string): Promise<void> {
    return act(this.contexto.deps.databases, quien, async (tx) => {
      const { affected } = await tx.delete(ImportacionFuente, { id })
      if (affected === 0) throw new AppError('ruta.no_existe')
    })
  }

  /** An act on a list. From the legal block on nobody reads its file or its rows any more, so that no act is possible. */
  private act<T>(quien: Quien, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return act(this.contexto.deps.databases, quien, async (tx) => {
      await demandAbiertos(tx)
      return work(tx)
    })
  }

  private async begin(
    tx: EntityManager,
    quien: Quien,
    { row: { id }, change }: { row: Importacion; change: Partial<Importacion> & { estatus: EstatusImportacion } },
  ): Promise<ImportacionDto> {
    await begin(this.contexto, tx, { quien, id, change })
    return this.find(tx, id)
  }

  private async describe(tx: EntityManager, row: Importacion): Promise<ImportacionDto> {
    const razonesDeshacer = row.estatus === 'confirmada' ? await razonesContraDeshacer(this.contexto, tx, row) : []
    const admiteOtrasEntidades = await this.admiteOtras(tx)
    return toDto(row, { razonesDeshacer, datosBloqueados: await datosBloqueados(tx), admiteOtrasEntidades })
  }

  private async admiteOtras(tx: EntityManager): Promise<boolean> {
    return admiteOtrasEntidades((await this.contexto.procesos.proceso(tx)).catalogos)
  }

  private newRow(
    quien: Quien,
    file: { nombre: string; contenido: Buffer; fuente: string | null; id: string; procesoId: string },
  ): Importacion {
    return {
      ...BLANK,
      id: file.id,
      procesoId: file.procesoId,
      archivo: cleanLine(file.nombre).slice(-MAX_NAME),
      sha256: sha256(file.contenido),
      bytes: file.contenido.length,
      fuente: file.fuente === null ? null : cleanLine(file.fuente) || null,
      creadaEn: toDate(this.contexto.deps.clock.now()),
      creadaPor: quien.cuentaId,
      actuadaPor: quien.cuentaId,
      peticion: quien.requestId,
    }
  }

  /** The acuerdo is another one with each list. */
  private saveColumnas(
    tx: EntityManager,
    quien: Quien,
    { row, nombre, asignacion: columnas, fijos }: { row: Importacion; nombre: string; asignacion: AsignacionColumnas; fijos: ValoresFijos },
  ): Promise<void> {
    const { acuerdo_numero: _numero, acuerdo_fecha: _fecha, ...stay } = fijos
    return saveFuente(this.contexto, tx, { quien, row, nombre, said: { columnas, fijos: stay } })
  }
}

const BLANK = {
  formato: 'lista',
  estatus: 'leyendo',
  encabezados: null,
  asignacion: null,
  lectura: null,
  fijos: {},
  valores: {},
  hechas: null,
  total: null,
  falla: null,
  intentos: 0,
  omitirRechazadas: false,
  resumen: { crear: 0, cambiar: 0, igual: 0, rechazar: 0, advertir: 0 },
  tratamiento: SIN_TRATAR,
  hallazgos: { acentos: 0, irreparables: 0, mayusculas: 0, otrasEntidades: 0 },
  adiciones: [],
  avisos: [],
  hojas: [],
  creado: null,
  acuse: null,
  cerradaEn: null,
} as const satisfies Partial<Importacion>

function checkAsignacion(
  { columnas, fijos }: { columnas: Record<string, unknown>; fijos: Record<string, unknown> },
  { encabezados }: Importacion,
): { asignacion: AsignacionColumnas; fijos: ValoresFijos } {
  const asignacion = textsOf(COLUMNAS_IMPORTACION, columnas)
  const given = textsOf(COLUMNAS_FIJAS, fijos)
  const titulos = (encabezados ?? []).map(({ titulo }) => titulo)
  const unknown = [
    ...Object.keys(columnas).filter((columna) => !isOneOf<string>(COLUMNAS_IMPORTACION, columna)),
    ...Object.keys(fijos).filter((columna) => !isOneOf<string>(COLUMNAS_FIJAS, columna)),
  ]
  const errors = [
    ...unknown.map((field) => ({ field, reasons: ['No es una columna de la lista.'] })),
    ...razonesContraAsignacion(asignacion, titulos, given).map(({ columna, razon }) => ({ field: columna, reasons: [razon] })),
  ]
  if (errors.length > 0) throw new AppError('importacion.columnas_invalidas', { errors })
  return { asignacion, fijos: given }
}

function textsOf<K extends string>(columnas: readonly K[], given: Record<string, unknown>): Partial<Record<K, string>> {
  const told = columnas.flatMap((columna) => {
    const text = given[columna]
    return typeof text === 'string' && text.trim() !== '' ? [pairOf(columna, cleanLine(text))] : []
  })
  return partialOf(told)
}
