import type { EntityManager } from 'typeorm'
import type { CatalogoImportacion, FilaLeida, Tratamiento } from '@conoceles/domain'
import type { Catalogos } from '../../proceso/index.ts'
import type { Quien } from '../../../shared/act.ts'
import type { Adicion } from './importacion.entity.ts'

/** A sheet read whole; blank rows in between stay, so that `primeraFila` + index is the number that the spreadsheet shows. */
export interface HojaLeida {
  nombre: string
  columnas: string[]
  filas: string[][]
  primeraFila: number
}

/** Content of a workbook, judged so far by the catalogues alone. */
export interface LibroLeido {
  /** Numbers of rows of the second sheet count from `FILAS_POR_HOJA`, and so on: each is one of a kind. */
  filas: FilaLeida[]
  /** Catalogues that the workbook needs and the proceso does not have: rows are judged as if they were there. */
  catalogo: Pick<CatalogoImportacion, 'cargos' | 'contiendas' | 'actores'>
  /** The same, to be shown. */
  adiciones: Adicion[]
  /** About the workbook as a whole, as sentences. */
  avisos: string[]
}

/** A rule of the pack; where it says nothing, no. */
export function admiteOtrasEntidades({ importacion }: Catalogos): boolean {
  return importacion?.otrasEntidades ?? false
}

/** Sheet and row in one number. */
export const FILAS_POR_HOJA = 2_000_000

/** Name of the sheet and number of the row, as the spreadsheet shows them. */
export function placeOfFila(fila: number, hojas: readonly string[]): { fila: number; hoja: string | null } {
  return { fila: fila % FILAS_POR_HOJA, hoja: hojas[Math.floor(fila / FILAS_POR_HOJA)] ?? null }
}

/** Written rows: id of the candidatura by number of row. */
export interface Escritas {
  creadas: ReadonlyMap<number, string>
  /** Changed, or left as they were. */
  conocidas: ReadonlyMap<number, string>
}

/**
 * A second kind of file beside the list. Everything about rows, verdicts, places, writing candidaturas and undoing them is the import's; a
 * format gives the rows their meaning and brings their other data. The file is read again from its encrypted copy whenever it is needed.
 */
export interface Formato {
  clave: 'ine'
  /** Sheets to read whole, in order; null when the workbook is of another kind. */
  reconocer(hojas: readonly { hoja: string; columnas: string[] }[]): string[] | null
  leer(tx: EntityManager, hojas: readonly HojaLeida[], tratamiento: Tratamiento): Promise<LibroLeido>
  /** Confirmed: adds the missing entries of catalogues, before any candidatura. Gives the ids by table, for undoing it. */
  crearCatalogos(tx: EntityManager, libro: LibroLeido): Promise<Partial<Record<Adicion['tipo'], string[]>>>
  /** Confirmed: writes the other data of the rows, after the candidaturas, in the same transaction. */
  escribir(tx: EntityManager, quien: Quien, work: { libro: LibroLeido; escritas: Escritas }): Promise<void>
  /** Before the candidaturas that an import created are deleted. */
  deshacer(tx: EntityManager, candidaturas: readonly string[]): Promise<void>
  /** Removes the other data that the rows brought to candidaturas that were there before. */
  retirar(tx: EntityManager, candidaturas: readonly string[]): Promise<void>
}
