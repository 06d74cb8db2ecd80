import { direccionEnIdioma, PAGINAS_EN_IDIOMAS } from '@conoceles/domain'

/** Answer from which a page takes only its names: see marco.ts. */
export const MARCO = 'proceso#marco'
/** Answer that no resource holds: the first part of the list, unfiltered, in the order of the day. */
export const LISTA = 'indice#lista'

/** Everybody in one contienda, in one answer that no resource holds; named as the visor asks for it. */
export function fuenteContienda(clave: string): string {
  return `contiendas/${clave}`
}

/** A page of the visor and the public answers that it is made of, by their path among the resources. */
export interface PaginaPedida {
  direccion: string
  ruta: string
  fuentes: readonly string[]
}

export const PAGINA_NO_ENCONTRADA = '/no-encontrada'
export const PAGINA_RETIRADA = '/candidatura-retirada'

/** Those that there always are. */
const FIJAS: Readonly<Record<string, readonly string[]>> = {
  '/': ['proceso', 'mosaicos'],
  '/candidaturas': ['proceso', LISTA],
  '/boleta': ['proceso', 'contiendas', 'mosaicos'],
  '/contiendas': [MARCO, 'contiendas'],
  '/acuses': [MARCO],
  '/mi-lista': [MARCO],
  '/verificar': [MARCO],
  '/cargos': ['proceso', 'consulta'],
  '/preguntas': [MARCO, 'consulta'],
  '/lectura-facil': [MARCO, 'lectura-facil'],
  '/como-votar': ['proceso', 'consulta'],
  '/calendario': [MARCO, 'calendario'],
  '/datos': [MARCO, 'diccionario'],
  '/incrustar': ['proceso', 'contiendas'],
  '/reportar-error': [MARCO],
  '/errores-reportados': [MARCO, 'errores'],
  '/accesibilidad': [MARCO],
  [PAGINA_NO_ENCONTRADA]: [MARCO],
  [PAGINA_RETIRADA]: [MARCO],
}

/**
 * Every page that the public data call for. `rutas`: paths of the public data; `contiendas`: those with a list of their own. None before
 * there is a proceso.
 */
export function paginasDe(rutas: ReadonlySet<string>, contiendas: readonly string[]): PaginaPedida[] {
  if (!rutas.has('proceso')) return []
  const fijas = Object.entries(FIJAS).filter(([, fuentes]) => fuentes.every((each) => each === MARCO || each === LISTA || rutas.has(each)))
  const propias = [...rutas].flatMap((ruta) =>
    direccionesDe(ruta).map((direccion): [string, string[]] => [direccion, [MARCO, ruta, ...(DE_MAPA.has(ruta) ? ['mosaicos'] : [])]]),
  )
  const explica = rutas.has('consulta') ? ['consulta'] : []
  const listas = contiendas.map((clave): [string, string[]] => [`/contiendas/${clave}`, [MARCO, fuenteContienda(clave), ...explica]])
  const enIdiomas = [...rutas].flatMap((ruta) => traducidas(ruta, fijas))
  return [...fijas, ...enIdiomas, ...propias, ...listas].map(([direccion, fuentes]) => ({
    direccion,
    ruta: rutaPagina(direccion),
    fuentes,
  }))
}

/** The pages of a language, when `ruta` is one. */
function traducidas(ruta: string, fijas: readonly [string, readonly string[]][]): [string, string[]][] {
  const codigo = /^idiomas\/(.+)$/.exec(ruta)?.[1]
  if (codigo === undefined) return []
  const own = fijas.filter(([direccion]) => PAGINAS_EN_IDIOMAS.includes(direccion))
  return own.map(([direccion, fuentes]) => [direccionEnIdioma(direccion, codigo), [...fuentes, ruta]])
}

/** Statistics that are drawn as a map. */
const DE_MAPA: ReadonlySet<string> = new Set(['estadisticas', 'estadisticas/municipio', 'estadisticas/distrito'])

const PAGINAS = 'paginas'
/** Beginning of the path of a page of a candidatura. */
export const PAGINAS_DE_CANDIDATURAS = `${PAGINAS}/candidaturas/`

/** Path of a page among the public resources, by its address. */
export function rutaPagina(direccion: string): string {
  return `${PAGINAS}${direccion}`
}

/** Whether a page of the visor lies at a path of the public resources. */
export function isPagina(ruta: string): boolean {
  return ruta.startsWith(`${PAGINAS}/`)
}

/** Addresses at which one public answer is a page. */
function direccionesDe(ruta: string): string[] {
  if (/^candidaturas\/[0-9a-f-]{36}$/.test(ruta) || /^estadisticas(\/[^/]+)?$/.test(ruta)) return [`/${ruta}`]
  if (ruta === 'politica') return ['/que-se-publica']
  return ruta.startsWith('avisos-privacidad') ? avisosDe(ruta) : []
}

/** An address of an aviso without its form shows the short one in the visor. */
function avisosDe(ruta: string): string[] {
  const direccion = `/${ruta.replace(/^avisos/, 'aviso')}`
  if (ruta === 'avisos-privacidad') return [`${direccion}/versiones`]
  if (ruta.endsWith('.pdf')) return []
  return ruta.endsWith('/simplificado') ? [direccion, direccion.replace(/\/simplificado$/, '')] : [direccion]
}
