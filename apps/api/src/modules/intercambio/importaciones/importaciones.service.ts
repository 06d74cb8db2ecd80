import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { cleanLine, COLUMNAS_IMPORTACION, razonesContraAsignacion, SIN_TRATAR, type AsignacionColumnas } from '@conoceles/domain'
import { isOneOf } from '@conoceles/domain/typed'
import { insertRow, updateRow } from '../../../database/rows.ts'
import { act, datosBloqueados, demandAbiertos, type Quien } from '../../../shared/act.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import { toDate } from '../../../shared/clock.ts'
import { AppError } from '../../../shared/http/errors.ts'
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
  asignar(quien: Quien, id: string, { columnas, guardarComo }: AsignarColumnasDto): Promise<ImportacionDto> {
    return this.act(quien, async (tx) => {
      const row = await lock(tx, id, 'por_asignar')
      const asignacion = checkAsignacion(columnas, row)
      const fuente = guardarComo === undefined ? row.fuente : cleanLine(guardarComo)
      if (guardarComo !== undefined && fuente) await this.saveFuente(tx, quien, { row, nombre: fuente, columnas: asignacion })
      return this.begin(tx, quien, { row, change: { estatus: 'leyendo', asignacion, fuente, encabezados: null } })
    })
  }

  /** Sets the treatment of its texts and rows: the file is read and reviewed anew, and nothing is written. */
  tratar(quien: Quien, id: string, body: TratarImportacionDto): Promise<ImportacionDto> {
    return this.act(quien, async (tx) => {
      const row = await lock(tx, id, 'propuesta')
      if (body.otrasEntidades && !(await this.admiteOtras(tx))) throw new AppError('importacion.otras_entidades')
      return this.begin(tx, quien, { row, change: { estatus: 'leyendo', tratamiento: { ...row.tratamiento, ...body }, falla: null } })
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
    { row, change }: { row: Importacion; change: Partial<Importacion> & { estatus: EstatusImportacion } },
  ): Promise<ImportacionDto> {
    const { actuadaPor, peticion } = actedBy(row, quien)
    await goOnIn(this.contexto, tx, { id: row.id, change: { ...change, actuadaPor, peticion } })
    return this.find(tx, row.id)
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

  private async saveFuente(
    tx: EntityManager,
    quien: Quien,
    { row, nombre, columnas }: { row: Importacion; nombre: string; columnas: AsignacionColumnas },
  ): Promise<void> {
    const saved = { guardadaEn: toDate(this.contexto.deps.clock.now()), guardadaPor: quien.cuentaId }
    const fuente = { id: randomUUID(), procesoId: row.procesoId, nombre, columnas, ...saved }
    const known = await tx.findOneBy(ImportacionFuente, { procesoId: row.procesoId, nombre })
    if (known) await updateRow(tx, ImportacionFuente, { where: { id: known.id }, changes: { columnas, ...saved } })
    else await insertRow(tx, ImportacionFuente, fuente)
  }
}

const BLANK = {
  formato: 'lista',
  estatus: 'leyendo',
  encabezados: null,
  asignacion: null,
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

function actedBy(row: Importacion, quien: Quien): Importacion {
  return { ...row, actuadaPor: quien.cuentaId, peticion: quien.requestId }
}

async function findRow(tx: EntityManager, id: string): Promise<Importacion> {
  const row = await tx.findOneBy(Importacion, { id })
  if (!row) throw new AppError('ruta.no_existe')
  return row
}

/** One act at a time on an import, and only from where the act begins. */
async function lock(tx: EntityManager, id: string, ...from: EstatusImportacion[]): Promise<Importacion> {
  const row = await tx.findOne(Importacion, { where: { id }, lock: { mode: 'pessimistic_write' } })
  if (!row) throw new AppError('ruta.no_existe')
  if (!from.includes(row.estatus)) throw new AppError('importacion.no_confirmable')
  return row
}

function checkAsignacion(columnas: Record<string, unknown>, { encabezados }: Importacion): AsignacionColumnas {
  const asignacion = Object.fromEntries(
    COLUMNAS_IMPORTACION.flatMap((columna) => (typeof columnas[columna] === 'string' ? [[columna, columnas[columna]]] : [])),
  ) as AsignacionColumnas
  const titulos = (encabezados ?? []).map(({ titulo }) => titulo)
  const unknown = Object.keys(columnas).filter((columna) => !isOneOf<string>(COLUMNAS_IMPORTACION, columna))
  const errors = [
    ...unknown.map((field) => ({ field, reasons: ['No es una columna de la lista.'] })),
    ...razonesContraAsignacion(asignacion, titulos).map(({ columna, razon }) => ({ field: columna, reasons: [razon] })),
  ]
  if (errors.length > 0) throw new AppError('importacion.columnas_invalidas', { errors })
  return asignacion
}
