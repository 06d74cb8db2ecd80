import { searchWords } from '@conoceles/domain/texto'
import type { Faceta } from './consulta.ts'
import type { Filtros } from './filtro.ts'
import type { Catalogo } from './opciones.ts'

/** The filters whose options somebody writes into the search, which looks among names only. */
const BUSCADAS = ['cargo', 'distrito', 'municipio', 'comunidad', 'actor', 'calidad', 'tema'] as const satisfies readonly Faceta[]
type Buscada = (typeof BUSCADAS)[number]

export interface Sugerencia {
  filtros: Partial<Filtros>
  /** Names of the options, as the filters tell them. */
  nombre: string
}

interface Option {
  faceta: Buscada
  clave: string
  nombre: string
  /** Words that were asked for and that it answers. */
  answered: ReadonlySet<string>
}

/** Words that tell one option from another by nothing. */
const EMPTY = new Set(
  searchWords(
    'a al con de del e el en la las los para por y candidata candidato candidatas candidatos candidatura partido municipio propuesta propuestas tema temas',
  ),
)
/** Other names of the holders of a cargo. */
const CALLED: Readonly<Record<string, string>> = {
  gobernador: 'gubernatura',
  gobernadora: 'gubernatura',
  alcalde: 'presidencia',
  alcaldesa: 'presidencia',
  alcaldia: 'presidencia',
}
/** Short form of an option, which people write instead of its name. */
const SIGN: { [faceta in Buscada]?: (clave: string) => string } = {
  actor: (clave) => searchWords(clave).join(''),
  distrito: (clave) => String(Number(clave.replaceAll(/\D/gu, ''))),
}
/** As many letters have «regidora» and «regidurías» in common, «diputado» and «diputaciones». */
const STEM = 5
/** Most options that a suggestion may match; beyond that it says nothing. */
const FEW = 3
const AT_MOST = 4

/**
 * The options that take up all that was written, the fewest at once: «regidora Jiutepec», «PAN», «diputado distrito 3». `porEntero`: only options
 * of which nothing is left out, for somebody is called so, too.
 */
export function sugerirFiltros(text: string, catalogo: Catalogo, { porEntero }: { porEntero: boolean }): Sugerencia[] {
  const asked = new Set(searchWords(text).filter((word) => !EMPTY.has(word)))
  if (asked.size === 0) return []
  const groups = BUSCADAS.map((faceta) => likeliest(faceta, catalogo, { asked, porEntero }))
  const found = combine(groups, asked)
  const fewest = Math.min(...found.map(({ length }) => length))
  return found
    .filter(({ length }) => length === fewest)
    .slice(0, AT_MOST)
    .map((options) => ({
      filtros: Object.fromEntries(options.map(({ faceta, clave }) => [faceta, clave])),
      nombre: options.map(({ nombre }) => nombre).join(', '),
    }))
}

/** Options of a filter that answer more words than the others do. */
function likeliest(faceta: Buscada, catalogo: Catalogo, asked: { asked: ReadonlySet<string>; porEntero: boolean }): Option[] {
  const options = catalogo[faceta].map(({ clave, nombre }) => ({
    faceta,
    clave,
    nombre,
    answered: answeredBy(faceta, { clave, nombre }, asked),
  }))
  const most = Math.max(1, ...options.map(({ answered }) => answered.size))
  const best = options.filter(({ answered }) => answered.size === most)
  return best.length > FEW ? [] : best
}

interface Known {
  clave: string
  nombre: string
}

function answeredBy(
  faceta: Buscada,
  { clave, nombre }: Known,
  { asked, porEntero }: { asked: ReadonlySet<string>; porEntero: boolean },
): ReadonlySet<string> {
  const own = searchWords(nombre).filter((word) => !EMPTY.has(word))
  const sign = SIGN[faceta]?.(clave) ?? ''
  const answers = (word: string, known: string): boolean => (faceta === 'cargo' ? isSameCargo(word, known) : word === known)
  const whole = asked.has(sign) || faceta === 'cargo' || own.every((known) => [...asked].some((word) => answers(word, known)))
  if (porEntero && !whole) return new Set()
  return new Set([...asked].filter((word) => word === sign || own.some((known) => answers(word, known))))
}

function isSameCargo(word: string, known: string): boolean {
  const meant = CALLED[word] ?? word
  return meant === known || (meant.length >= STEM && meant.slice(0, STEM) === known.slice(0, STEM))
}

/** One option of some of the filters, each adding something, that answer everything together. */
function combine([first, ...others]: readonly (readonly Option[])[], asked: ReadonlySet<string>): Option[][] {
  if (asked.size === 0) return [[]]
  if (!first) return []
  const withOne = first.flatMap((option) => {
    const left = new Set([...asked].filter((word) => !option.answered.has(word)))
    return left.size === asked.size ? [] : combine(others, left).map((rest) => [option, ...rest])
  })
  return [...withOne, ...combine(others, asked)]
}
