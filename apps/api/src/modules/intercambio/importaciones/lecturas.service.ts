import type { EntityManager } from 'typeorm'
import {
  COLUMNAS_CON_CATALOGO,
  COLUMNAS_IMPORTACION,
  letterOf,
  opcionesDe,
  plainKey,
  sugerenciaDe,
  type ColumnaConCatalogo,
  type IndiceImportacion,
  type Valores,
} from '@conoceles/domain'
import { isOneOf, recordOf } from '@conoceles/domain/typed'
import { act, demandAbiertos, type Quien } from '../../../shared/act.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import type { Sheet } from '../../../shared/documentos/xlsx/model.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { begin, findRow, lock } from './candado.ts'
import { saveFuente } from './fuentes.ts'
import type { Importacion } from './importacion.entity.ts'
import type {
  CatalogosListaDto,
  CorregirFilasDto,
  DecirValoresDto,
  ElegirLecturaDto,
  ListValoresDto,
  VistaImportacionDto,
} from './lecturas.dto.ts'
import { listRechazadas, listValores, mendFilas } from './lecturas.queries.ts'
import { plantillaDe } from './plantilla.ts'
import { rechazadasDe } from './rechazadas.ts'
import { refuse, type Vista } from './libros/tabla.ts'
import { fileName } from '../exportaciones/index.ts'
import { objetoDe, type Contexto } from './revision/contexto.ts'
import { readFile } from './revision/leer.ts'
import { readIndice } from './revision/revision.ts'

/** How a list is read: where it is in its file, what its texts mean, and cells to mend. Nothing of it is written. */
export class LecturasService {
  constructor(private readonly contexto: Contexto) {}

  /** The first rows of each sheet, as the file has them. */
  async vista(quien: Quien, id: string): Promise<VistaImportacionDto> {
    const row = await this.read(quien, (tx) => findRow(tx, id))
    if (!LEGIBLES.includes(row.estatus) || row.formato !== 'lista') throw new AppError('importacion.no_confirmable')
    const vistas = await readVistas(this.contexto, row)
    return {
      hojas: vistas.map(({ hoja, oculta, filas, ocultas }) => ({
        hoja,
        oculta,
        columnas: Array.from({ length: Math.max(...filas.map(({ celdas }) => celdas.length)) }, (_, at) => ({
          letra: letterOf(at),
          oculta: ocultas.includes(at),
        })),
        filas: filas.map(({ numero, celdas }) => ({ numero, celdas: celdas.map((cell) => cell.slice(0, SHOWN)) })),
      })),
    }
  }

  /** Another sheet or row of headings: what its columns are is asked next, and cells that somebody mended are lost. */
  elegir(quien: Quien, id: string, { hoja, encabezado }: ElegirLecturaDto): Promise<void> {
    return this.write(quien, async (tx) => {
      const row = await lock(tx, id, 'por_asignar', 'propuesta')
      if (row.formato !== 'lista') throw new AppError('importacion.no_confirmable')
      const same = row.lectura?.hoja === hoja && row.lectura.encabezado === encabezado
      // An answer about other headings says nothing of these.
      const asignacion = same ? row.asignacion : null
      const lectura = { hoja, encabezado, alto: 1, preguntar: true }
      await begin(this.contexto, tx, { quien, id, change: { estatus: 'leyendo', lectura, asignacion, encabezados: null, falla: null } })
    })
  }

  /** Values that each column with a catalogue may have. */
  catalogos(quien: Quien): Promise<CatalogosListaDto> {
    return this.read(quien, async (tx) => {
      const indice = await this.indice(tx)
      return { elementos: COLUMNAS_CON_CATALOGO.map((columna) => ({ columna, opciones: [...opcionesDe(columna, indice)] })) }
    })
  }

  /** Texts of the refused rows that no catalogue has, each with the value that is nearest to it. */
  valores(quien: Quien, id: string): Promise<ListValoresDto> {
    return this.read(quien, async (tx) => {
      await findRow(tx, id)
      const indice = await this.indice(tx)
      const rows = await listValores(tx, id)
      return {
        elementos: rows.flatMap(({ columna, escrito, filas }) =>
          isOneOf(COLUMNAS_CON_CATALOGO, columna)
            ? [{ columna, escrito, filas, sugerencia: sugerenciaDe(columna, escrito, indice)?.clave ?? null }]
            : [],
        ),
      }
    })
  }

  /** Says what texts mean; null takes it back. The rows are judged anew. */
  decir(quien: Quien, id: string, { valores, guardarComo }: DecirValoresDto): Promise<void> {
    return this.write(quien, async (tx) => {
      const row = await lock(tx, id, 'propuesta')
      const said = withSaid(row.valores, valores, await this.indice(tx))
      if (guardarComo !== undefined) await saveFuente(this.contexto, tx, { quien, row, nombre: guardarComo, said: { valores: said } })
      const fuente = guardarComo ?? row.fuente
      await begin(this.contexto, tx, { quien, id, change: { estatus: 'revisando', valores: said, fuente, falla: null } })
    })
  }

  /** Mends cells of rows; null takes a correction back. The whole list is judged anew: rows may contradict each other. */
  corregir(quien: Quien, id: string, { filas }: CorregirFilasDto): Promise<void> {
    return this.write(quien, async (tx) => {
      const { formato } = await lock(tx, id, 'propuesta')
      if (formato !== 'lista') throw new AppError('importacion.no_confirmable')
      const mended = await mendFilas(
        tx,
        id,
        filas.map(({ fila, celdas }) => ({ fila, celdas: cellsOf(celdas) })),
      )
      if (mended < filas.length)
        throw new AppError('importacion.valores_invalidos', {
          errors: [{ field: 'filas', reasons: ['Hay una fila que el archivo no tiene.'] }],
        })
      await begin(this.contexto, tx, { quien, id, change: { estatus: 'revisando', falla: null } })
    })
  }

  /** The refused rows as a file of their own; in the bitácora before anybody has it. */
  async rechazadas(quien: Quien, id: string): Promise<Descarga> {
    const { row, rechazadas } = await this.read(quien, async (tx) => {
      await demandAbiertos(tx)
      return { row: await findRow(tx, id), rechazadas: await listRechazadas(tx, id) }
    })
    if (row.estatus !== 'propuesta' || row.formato !== 'lista') throw new AppError('importacion.no_confirmable')
    const contenido = await this.workbook('Filas rechazadas', [await rechazadasDe(this.contexto, row, rechazadas)])
    const detalle = { filas: rechazadas.length, sha256: sha256(contenido) }
    await this.contexto.acts.recordReading(quien, { acto: 'importacion.rechazadas', objeto: objetoDe(row), detalle })
    return { nombre: `${fileName([row.archivo.replace(/\.[a-z]{3,4}$/i, ''), 'rechazadas'])}.xlsx`, contenido }
  }

  /** The template of one cargo, with its catalogues as drop-downs. */
  async plantilla(quien: Quien, cargo: string): Promise<Descarga> {
    const sheets = await this.read(quien, async (tx) => {
      const indice = await this.indice(tx)
      const found = indice.cargos.find(({ clave }) => clave === cargo)
      if (!found) throw new AppError('ruta.no_existe')
      return plantillaDe(found, indice)
    })
    return { nombre: `${fileName(['plantilla', cargo])}.xlsx`, contenido: await this.workbook('Plantilla de candidaturas', sheets) }
  }

  private async workbook(title: string, sheets: Sheet[]): Promise<Buffer> {
    const createdAt = this.contexto.deps.clock.now().toString({ fractionalSecondDigits: 0 })
    return this.contexto.documentos.workbook({ title, author: 'Conóceles', createdAt, sheets }, 'xlsx')
  }

  private async indice(tx: EntityManager): Promise<IndiceImportacion> {
    return readIndice(this.contexto, tx, null)
  }

  private read<T>(quien: Quien, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return act(this.contexto.deps.databases, quien, work)
  }

  private write(quien: Quien, work: (tx: EntityManager) => Promise<void>): Promise<void> {
    return act(this.contexto.deps.databases, quien, async (tx) => {
      await demandAbiertos(tx)
      await work(tx)
    })
  }
}

export interface Descarga {
  nombre: string
  contenido: Buffer
}

const LEGIBLES: readonly string[] = ['por_asignar', 'propuesta']
/** Letters of a cell in the picture of its sheet. */
const SHOWN = 80

export async function readVistas(contexto: Contexto, row: Importacion): Promise<Vista[]> {
  let found: Vista[] = []
  const refused = await readFile(contexto, row, {
    choose: (vistas) => {
      found = vistas
      return Promise.resolve(null)
    },
    take: () => Promise.resolve(),
  })
  if (refused) throw new AppError('entrada.archivo_invalido', { errors: [{ field: 'archivo', reasons: [refuse(refused.codigo).razon] }] })
  return found
}

function withSaid(known: Valores, said: DecirValoresDto['valores'], indice: IndiceImportacion): Valores {
  const errors: { field: string; reasons: string[] }[] = []
  const next = new Map(COLUMNAS_CON_CATALOGO.map((columna) => [columna, new Map(Object.entries(known[columna] ?? {}))]))
  for (const { columna, escrito, clave } of said) {
    if (clave === null) next.get(columna)?.delete(plainKey(escrito))
    else if (opcionesDe(columna, indice).some((opcion) => opcion.clave === clave)) next.get(columna)?.set(plainKey(escrito), clave)
    else errors.push({ field: columna, reasons: [`«${clave}» no está en el catálogo.`] })
  }
  if (errors.length > 0) throw new AppError('importacion.valores_invalidos', { errors })
  return recordOf<ColumnaConCatalogo, Record<string, string>>(COLUMNAS_CON_CATALOGO, (columna) =>
    Object.fromEntries(next.get(columna) ?? []),
  )
}

function cellsOf(celdas: Record<string, unknown>): Parameters<typeof mendFilas>[2][number]['celdas'] {
  const errors = Object.entries(celdas).flatMap(([columna, texto]) =>
    isOneOf<string>(COLUMNAS_IMPORTACION, columna) && (texto === null || (typeof texto === 'string' && texto.length <= MAX_CELL))
      ? []
      : [{ field: columna, reasons: [`No es una columna de la lista, o su texto no cabe en ${MAX_CELL} letras.`] }],
  )
  if (errors.length > 0) throw new AppError('importacion.valores_invalidos', { errors })
  return celdas
}

const MAX_CELL = 500
