import type { EntityManager } from 'typeorm'
import { Temporal } from 'temporal-polyfill'
import { MATERIAS_BITACORA, materiaDe, searchWords, ACTOS } from '@conoceles/domain'
import { isOneOf, parseJson } from '@conoceles/domain/typed'
import type { AccesoModule } from '../../acceso/index.ts'
import type { Quien } from '../../../shared/act.ts'
import type { Clock } from '../../../shared/clock.ts'
import { listActos, type ActoRow, type Recorte } from './bitacora.queries.ts'
import { readNombres } from './nombres.queries.ts'
import {
  enPalabras,
  textoDe,
  textoDeQuien,
  textoDeSobre,
  type ActoContenido,
  type ActoEnPalabras,
  type Nombrados,
} from './acto-en-palabras.ts'

export interface FiltroBitacora {
  despues: number | null
  desde: string | null
  hasta: string | null
  materia: string | null
  acto: string | null
  cuentaId: string | null
  objetoId: string | null
  /** Words to search: of the acting account, of the object, of anything in the row. */
  cuenta: string | null
  sobre: string | null
  texto: string | null
}

export interface ActoLeido {
  row: ActoRow
  contenido: ActoContenido
  palabras: ActoEnPalabras
}

export interface Hallados {
  actos: ActoLeido[]
  /** Number of the act at which the next part begins; null: there is none. */
  siguiente: number | null
}

const PAGE = 50
const BATCH = 1_000
/** A search of words that are rare goes on with the next part: no request reads more acts than this. */
const SCANNED = 20_000
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
/** Identifiers of one act that are looked up: lists that are longer are counted, not named. */
const NAMED_IN_ACT = 24

/** The bitácora in words: the same that a row prints are the ones by which it is found. */
export class LecturaBitacoraService {
  constructor(private readonly parts: { clock: Clock; cuentas: Pick<AccesoModule, 'nombrar'> }) {}

  async list(tx: EntityManager, quien: Quien, filtro: FiltroBitacora): Promise<Hallados> {
    const matches = matcherOf(filtro)
    const recorte = this.recorteOf(filtro)
    const limite = matches === null ? PAGE : BATCH
    const found: ActoLeido[] = []
    let despues = filtro.despues
    for (let scanned = 0; scanned < SCANNED && found.length < PAGE; scanned += limite) {
      const rows = await listActos(tx, { ...recorte, despues }, limite)
      found.push(...(await this.leer(tx, quien, rows)).filter((leido) => matches === null || matches(leido)))
      despues = rows.length < limite ? null : (rows.at(-1)?.n ?? null)
      if (despues === null) break
    }
    return firstOf(found, despues)
  }

  /** Adds names to the acts. An account that only administers accounts does not get the names of candidates. */
  async leer(tx: EntityManager, { rol }: Pick<Quien, 'rol'>, rows: readonly ActoRow[]): Promise<ActoLeido[]> {
    const nombrados = await this.nombrar(tx, rows.flatMap(idsOf), { personas: rol !== 'administracion' })
    return rows.map((row) => {
      const contenido = parseJson<ActoContenido>(row.contenido)
      return { row, contenido, palabras: enPalabras(contenido, nombrados) }
    })
  }

  async nombrar(tx: EntityManager, ids: readonly string[], { personas }: { personas: boolean }): Promise<Nombrados> {
    const distinct = [...new Set(ids)]
    const cuentas = new Map((await this.parts.cuentas.nombrar(distinct)).map((cuenta) => [cuenta.id, cuenta]))
    const nombres = await readNombres(tx, distinct, { personas })
    return { cuentas, nombres, instante: this.instante() }
  }

  /** "25 de abril de 2024, 18:00:05", in the zone of the proceso. */
  instante(): (iso: string) => string {
    const timeZone = this.parts.clock.zona
    const dia = new Intl.DateTimeFormat('es-MX', { day: 'numeric', month: 'long', year: 'numeric', timeZone })
    const hora = new Intl.DateTimeFormat('es-MX', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone })
    return (iso) => `${dia.format(Date.parse(iso))}, ${hora.format(Date.parse(iso))}`
  }

  /** The instants between which days lie, as acts keep theirs. */
  limites({ desde, hasta }: { desde: string | null; hasta: string | null }): { desde: string | null; hasta: string | null } {
    return {
      desde: desde === null ? null : this.comienzo(Temporal.PlainDate.from(desde)),
      hasta: hasta === null ? null : this.comienzo(Temporal.PlainDate.from(hasta).add({ days: 1 })),
    }
  }

  private recorteOf({ materia, acto, cuentaId, objetoId, ...dias }: FiltroBitacora): Omit<Recorte, 'despues'> {
    return { ...this.limites(dias), actos: acto === null ? actosDe(materia) : [acto], cuenta: cuentaId, objeto: objetoId }
  }

  private comienzo(day: Temporal.PlainDate): string {
    return day.toZonedDateTime({ timeZone: this.parts.clock.zona }).toInstant().toString({ fractionalSecondDigits: 3 })
  }
}

/** A page of the acts found, down to `despues`. */
function firstOf(found: ActoLeido[], despues: number | null): Hallados {
  return found.length > PAGE || (found.length === PAGE && despues !== null)
    ? { actos: found.slice(0, PAGE), siguiente: found[PAGE - 1]?.row.n ?? null }
    : { actos: found, siguiente: despues }
}

function actosDe(materia: string | null): string[] | null {
  if (materia === null || !isOneOf(MATERIAS_BITACORA, materia)) return null
  return Object.keys(ACTOS).filter((acto) => materiaDe(acto) === materia)
}

/** Null: every row is wanted. */
function matcherOf({ cuenta, sobre, texto }: FiltroBitacora): ((leido: ActoLeido) => boolean) | null {
  const sought = [
    { words: searchWords(cuenta ?? ''), of: ({ palabras }: ActoLeido) => textoDeQuien(palabras) },
    { words: searchWords(sobre ?? ''), of: ({ palabras }: ActoLeido) => textoDeSobre(palabras) },
    { words: searchWords(texto ?? ''), of: ({ row, palabras }: ActoLeido) => textoDe(row, palabras) },
  ].filter(({ words }) => words.length > 0)
  if (sought.length === 0) return null
  return (leido) =>
    sought.every(({ words, of }) => {
      const text = of(leido)
      return words.every((word) => text.includes(word))
    })
}

function idsOf({ contenido }: ActoRow): string[] {
  return (contenido.match(UUID) ?? []).slice(0, NAMED_IN_ACT)
}
