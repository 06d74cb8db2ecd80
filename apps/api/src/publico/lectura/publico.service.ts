import type { Reader } from '../../database/reader.ts'
import { searchWords } from '@conoceles/domain'
import { toIso } from '../../shared/clock.ts'
import { AppError } from '../../shared/http/errors.ts'
import { askTogether } from '../../shared/http/share.ts'
import { readContiendasDelDia } from './listas/lista-del-dia.queries.ts'
import { encode, making, toMade, type EncodedRecurso, type Reading } from '../engine/encodings.ts'
import type { ListFilter } from './listas/lista.queries.ts'
import { findVideo } from './senas.queries.ts'
import { writeVideo } from './senas.ts'
import { ListasService } from './listas/listas.service.ts'
import { linkOf } from './listas/enlaces.ts'
import { SOBRE } from './sobre.ts'
import type { ListPublicoQueryDto } from './publico.dto.ts'
import { readUltimoCorte } from '../engine/ultimo-corte.queries.ts'
import { existsContienda, findCorta, historyOf } from './publico.queries.ts'
import { construccionVigente, findBySha256, readVigentes, type PedidoDeRecurso } from './lectura.queries.ts'

const PAGE = 20
/** Answers of one journey to the database. */
const TOGETHER = 64

/** The public world: bytes that somebody already decided to make public. Reads schema `publico` and nothing else. */
export class PublicoService {
  private readonly listas: ListasService
  private readonly vigente: (pedido: PedidoDeRecurso) => Promise<EncodedRecurso | null>

  constructor(private readonly lector: Reader) {
    this.listas = new ListasService(lector)
    this.vigente = askTogether((pedidos) => readVigentes(lector, pedidos), { kindOf: () => 'vigente', weightOf: () => 1, room: TOGETHER })
  }

  recurso(ruta: string): Reading {
    return async (acepta) => orNotFound(await this.vigente({ ruta, construccion: null, acepta }))
  }

  recursoBySha256(hash: string): Reading {
    return async (acepta) => orNotFound(await findBySha256(this.lector, hash, acepta))
  }

  /** The page of an address and how it is answered; null where the browser has to make it. */
  async pagina(
    direccion: string,
    { construccion, acepta }: Omit<PedidoDeRecurso, 'ruta'>,
  ): Promise<{ status: number; recurso: EncodedRecurso } | null> {
    const at = (which: string) => this.vigente({ ruta: `paginas${which}`, construccion, acepta })
    const own = await at(direccion)
    if (own) return { status: 200, recurso: own }
    if (MADE_BY_THE_BROWSER.test(direccion)) return null
    const known = await this.historyOfData(direccion)
    if (known === 'hoy') return null
    const status = known === 'antes' && direccion.startsWith('/candidaturas/') ? 410 : 404
    const recurso = await at(status === 410 ? '/candidatura-retirada' : '/no-encontrada')
    return recurso && { status, recurso }
  }

  private async historyOfData(direccion: string): ReturnType<typeof historyOf> {
    return OF_DATA.test(direccion) ? historyOf(this.lector, dataOf(direccion)) : 'nunca'
  }

  /**
   * The whole address of a page that was asked for by the beginning of an id. Null for any other address, and when the beginning fits
   * nobody or several.
   */
  async direccionEntera(direccion: string): Promise<string | null> {
    const { clave } = BY_BEGINNING.exec(direccion)?.groups ?? {}
    const found = clave === undefined ? null : await findCorta(this.lector, clave)
    return found && `/candidaturas/${found.id}`
  }

  /** Whether the pages that are public are of another build, or of another address, than this one. */
  async sonDeOtraConstruccion(construccion: string): Promise<boolean> {
    const vigente = await construccionVigente(this.lector)
    return vigente !== null && vigente !== construccion
  }

  /** Whether a candidatura was public, by her whole id, and is no more. */
  async seRetiro(id: string): Promise<boolean> {
    return (await historyOf(this.lector, `candidaturas/${id}`)) === 'antes'
  }

  /** By her id, or by its beginning. */
  candidatura(id: string): Reading {
    if (id.includes('-')) return this.recurso(`candidaturas/${id}`)
    return async (acepta) => this.recurso(`candidaturas/${(await this.corta(id)).id}`)(acepta)
  }

  /** Her small photograph, for clients that know her from the index, which does not carry its address. */
  fotografiaDe(id: string): Reading {
    return async (acepta) => {
      const { fotografia } = await this.corta(id.replaceAll('-', ''))
      if (fotografia === null) throw new AppError('ruta.no_existe')
      return this.recurso(fotografia.slice(fotografia.indexOf('fotografias/')))(acepta)
    }
  }

  /** Finds a video in Lengua de Señas Mexicana, and answers how to send it: in parts, and never from the memory of the other answers. */
  async video(archivo: string): Promise<(at: Parameters<typeof writeVideo>[2]) => Promise<void>> {
    const place = { lector: this.lector, ruta: `senas/${archivo}` }
    const video = await findVideo(this.lector, place.ruta)
    if (!video) throw new AppError('ruta.no_existe')
    return (at) => writeVideo(place, video, at)
  }

  /** A page of the list, which names its first and its next one. `direccion`: the address it was asked for by. */
  list(query: ListPublicoQueryDto, direccion: string): Reading {
    return async (acepta) => {
      const { json, siguiente } = await this.listas.page(toFilter(query))
      return { ...encode(await toMade(json), acepta), link: linkOf(direccion, siguiente) }
    }
  }

  /** Everybody in one contienda, in the order of the day: one answer at one address, so that a copy in files has it too. */
  contienda(clave: string): Reading {
    return making(() => this.ordenDelDia(clave))
  }

  private async ordenDelDia(clave: string): Promise<string> {
    const { at, existe, listas } = await this.lector.snapshot(async (tx) => {
      const at = await readUltimoCorte(tx)
      return { at, existe: await existsContienda(tx, clave), listas: await readContiendasDelDia(tx, at, [clave]) }
    })
    if (!existe) throw new AppError('ruta.no_existe')
    const corte = at.en && { numero: at.numero, en: toIso(at.en) }
    return JSON.stringify({ ...listas.get(clave), corte }).slice(0, -1) + SOBRE
  }

  private async corta(clave: string): Promise<{ id: string; fotografia: string | null }> {
    const found = await findCorta(this.lector, clave)
    if (!found) throw new AppError('ruta.no_existe')
    return found
  }
}

function orNotFound(recurso: EncodedRecurso | null): EncodedRecurso {
  if (!recurso) throw new AppError('ruta.no_existe')
  return recurso
}

/** Addresses of the visor that are of one question of one person: nobody renders them. */
const MADE_BY_THE_BROWSER = /^\/(acuses\/[^/]+|candidaturas\/[^/]+\/historia|comparar|verificar\/\d+\/[0-9a-fA-F-]{36})$/

const BY_BEGINNING = /^\/candidaturas\/(?<clave>[0-9a-f]{7,32})$/

/** Pages of one public answer by its name; other answers have no page at theirs. */
const OF_DATA = /^\/(candidaturas\/[^/]+|contiendas|estadisticas(\/[^/]+)?|aviso-privacidad(\/[\w/-]+)?)$/

/** The public answer that such a page is of. */
function dataOf(direccion: string): string {
  return direccion.slice(1).replace(/^aviso-privacidad/, 'avisos-privacidad')
}

const ALL: ListFilter = {
  palabras: [],
  cargo: null,
  contienda: null,
  distrito: null,
  municipio: null,
  comunidad: null,
  estatus: null,
  actor: null,
  calidad: null,
  sexo: null,
  edadDesde: null,
  edadHasta: null,
  escolaridad: null,
  accionAfirmativa: null,
  tema: null,
  conPropuestas: null,
  despues: null,
  limite: PAGE,
}

function toFilter(query: ListPublicoQueryDto): ListFilter {
  const { q, ...filter } = query
  return { ...ALL, ...filter, palabras: words(q ?? '') }
}

const MAX_WORDS = 6

/** A word that no name has: words have no blanks. */
const OF_NOBODY = ' '

/** The words of a search, as the publisher stored those of the names. Signs alone, «%», are in no name: they find nobody, not everybody. */
function words(text: string): string[] {
  const found = [...new Set(searchWords(text))].slice(0, MAX_WORDS)
  return found.length === 0 && text.trim() !== '' ? [OF_NOBODY] : found
}
