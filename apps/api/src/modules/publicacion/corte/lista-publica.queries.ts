import type { EntityManager } from 'typeorm'
import { rangoDe, type ContiendaIndice, type FilaIndice, type FilaPublica, type RangoEdad } from '@conoceles/domain'
import { recordOf } from '@conoceles/domain/typed'
import { porPartes } from '../../../database/partes.ts'
import { canonical } from '../../../shared/criptografia/canonical.ts'

/** A row of the public list, as far as the index, the statistics and the photographs depend on it. */
export type FilaLista = Omit<FilaIndice, 'edad' | 'salida' | 'contienda' | 'otros' | 'conFotografia'> &
  Omit<ContiendaIndice, 'clave'> &
  Pick<FilaPublica, 'captura' | 'grupos' | 'respuestas'> & {
    orden: string
    contienda: string
    actores: string[]
    edad: number | null
    /** Address of the small photograph. */
    fotografia: string | null
    desde: string | null
    entra: string | null
  }

/** Row of a candidatura in force, as the statistics count it. */
export type Publica = FilaPublica & { id: string; conPropuestas: boolean; conFotografia: boolean }

interface EnLista {
  orden: string
  indice: FilaIndice
  /** Null for a candidatura that is not in force. */
  cuenta: Publica | null
  fotografia: string | null
}

/** Fields in which many rows hold equal values. */
const COMUNES = [
  ...(['actor', 'partidoOrigen', 'calidad', 'estatus', 'sexo', 'escolaridad', 'accionAfirmativa', 'reserva', 'temas'] as const),
  ...(['captura', 'grupos', 'respuestas'] as const),
] as const
type Comun = (typeof COMUNES)[number]

const ROWS_SQL = `select id, orden, nombre, apodo, actor, actores, calidad, numero, estatus, contienda, cargo, lugar, distrito, municipio, comunidad,
  "partidoOrigen" ->> 'clave' as "partidoOrigen", sexo, edad, escolaridad, accion_afirmativa as "accionAfirmativa", reserva, temas,
  con_propuestas as "conPropuestas", fotografia, salida ->> 'desde' as desde, salida #>> '{entra,nombre}' as entra, captura, grupos, respuestas
from publico.candidatura, json_to_record(fila) as dicho (nombre text, apodo text, numero int, lugar text, "partidoOrigen" json, reserva text,
  fotografia text, salida json) order by orden`

/**
 * The public list as the corte in the making leaves it so far, and its changes with this corte. A name there is a name in the index; a row
 * that leaves it leaves the index and the statistics at the same corte.
 */
export class ListaPublica {
  /** Whether anything that the index tells changed. */
  cambia = false
  /** Catalogues of the newest corte's index, besides these rows; null: not known. */
  indiceDe: string | null = null
  private readonly byId = new Map<string, EnLista>()
  private readonly huellas = new Map<string, string>()
  /** Claves, places and sets of them, each once: most rows say the same of them. */
  private readonly comunes = new Map<string, unknown>()

  private constructor(private readonly rangos: readonly RangoEdad[]) {}

  /** `rangos`: of ages, by which the list is filtered. */
  static async read(tx: EntityManager, rangos: readonly RangoEdad[]): Promise<ListaPublica> {
    const lista = new ListaPublica(rangos)
    for await (const rows of porPartes<FilaLista>(tx, ROWS_SQL)) for (const row of rows) lista.byId.set(row.id, lista.toEnLista(row))
    return lista
  }

  /** Whether it was read by these ranges. */
  isBy(rangos: readonly RangoEdad[]): boolean {
    return canonical(rangos) === canonical(this.rangos)
  }

  /** Starts counting the changes of the next corte. */
  begin(): void {
    this.cambia = false
  }

  has(id: string): boolean {
    return this.byId.has(id)
  }

  note(rows: readonly FilaLista[]): void {
    for (const row of rows) this.change(row.id, this.toEnLista(row))
  }

  forget(ids: readonly string[]): void {
    for (const id of ids) this.change(id, null)
  }

  /** In the order of the ballots. */
  indice(): FilaIndice[] {
    const rows = [...this.byId.values()].sort((a, b) => (a.orden < b.orden ? -1 : 1))
    return rows.map(({ indice }) => indice)
  }

  /** Everybody in force, as her page tells it. */
  publicas(): Publica[] {
    return [...this.byId.values()].flatMap(({ cuenta }) => cuenta ?? [])
  }

  /** Addresses of the photographs that it shows. */
  fotografias(): string[] {
    return [...this.byId.values()].flatMap(({ fotografia }) => fotografia ?? [])
  }

  /** Hash of the people in the list of each contienda, by clave. `read`: hashes of the contiendas in which somebody changed. */
  async contiendas(
    claves: readonly string[],
    read: (claves: string[]) => Promise<ReadonlyMap<string, string>>,
  ): Promise<Map<string, string>> {
    const missing = claves.filter((clave) => !this.huellas.has(clave))
    if (missing.length > 0) for (const [clave, huella] of await read(missing)) this.huellas.set(clave, huella)
    return new Map(claves.map((clave) => [clave, this.huellas.get(clave) ?? '']))
  }

  private toEnLista(row: FilaLista): EnLista {
    const { id, orden, nombre, apodo, numero, edad, fotografia, desde, entra } = row
    const contienda = this.one(contiendaDe(row))
    const { captura, grupos, respuestas, ...dicho } = this.common(row)
    const { actor, sexo, estatus } = dicho
    const { cargo, municipio, distrito } = contienda
    const marcas = { conPropuestas: row.conPropuestas, conFotografia: fotografia !== null }
    const cuenta = { id, cargo, municipio, distrito, actor, sexo, edad, captura, grupos, respuestas, ...marcas }
    return {
      orden,
      fotografia,
      cuenta: estatus === 'aprobada' ? cuenta : null,
      indice: {
        ...{ id, nombre, apodo, numero, contienda },
        ...dicho,
        otros: this.one(row.actores.filter((clave) => clave !== row.actor).sort()),
        edad: rangoDe(edad, this.rangos),
        ...marcas,
        salida: desde !== null || entra !== null ? { desde, entra } : null,
      },
    }
  }

  private common(row: FilaLista): Pick<FilaLista, Comun> {
    // Each field is its own value of the row.
    return recordOf(COMUNES, (field) => this.one(row[field])) as Pick<FilaLista, Comun>
  }

  /** The first that was equal. */
  private one<T>(value: T): T {
    const key = JSON.stringify(value)
    const known = this.comunes.get(key)
    if (known !== undefined) return known as T
    this.comunes.set(key, value)
    return value
  }

  private change(id: string, now: EnLista | null): void {
    const before = this.byId.get(id) ?? null
    if (now === null) this.byId.delete(id)
    else this.byId.set(id, now)
    for (const each of [before, now]) if (each !== null) this.huellas.delete(each.indice.contienda.clave)
    this.cambia ||= isOther(before, now, ({ orden, indice }) => [orden, indice])
  }
}

function contiendaDe({ contienda: clave, cargo, lugar, distrito, municipio, comunidad }: FilaLista): ContiendaIndice {
  return { clave, cargo, lugar, distrito, municipio, comunidad }
}

function isOther(before: EnLista | null, now: EnLista | null, of: (each: EnLista) => unknown): boolean {
  return canonical(before && of(before)) !== canonical(now && of(now))
}
