import { esVisible, type CompiledCuestionario, type Respuestas } from '@conoceles/cuestionarios'
import { ELECCIONES_CONSENTIMIENTO } from '@conoceles/domain'
import { isLongText, type Shape } from '../renderers/shapes.ts'
import { CONSENTIMIENTO, type Paso } from './pasos.ts'

/** One page of the walk: a stop, or a part of it. */
export interface Pagina {
  key: string
  paso: Paso
  /** Third part of the address of a part of a section. */
  pregunta: string | undefined
  /** Questions on it; null: all of the stop. */
  campos: readonly string[] | null
  n: number
  de: number
}

export interface PaginasSources {
  compiledOf(cuestionario: string): CompiledCuestionario | undefined
  todasOf(cuestionario: string): Respuestas
  /** Whether her answer to the first decision leaves the other two to be asked. */
  decideTodo: boolean
}

/** The operator of a party gets a page for each stop. */
export function paginasOf(pasos: readonly Paso[]): Pagina[] {
  return pasos.map((paso) => ({ key: paso.key, paso, pregunta: undefined, campos: null, n: 1, de: 1 }))
}

/** The persona gets one thing a page: each decision, each long text, and the short questions between them. */
export function paginasDePersona(pasos: readonly Paso[], sources: PaginasSources): Pagina[] {
  return pasos.flatMap((paso) => {
    if (paso.cuestionario === CONSENTIMIENTO) return decisionesDe(paso, sources)
    return paso.seccion === undefined ? paginasOf([paso]) : partesDe(paso, paso.seccion, sources)
  })
}

function decisionesDe(paso: Paso, { decideTodo }: PaginasSources): Pagina[] {
  const asked = ELECCIONES_CONSENTIMIENTO.slice(0, decideTodo ? undefined : 1)
  return asked.map((eleccion, index) => ({
    key: `${paso.key}/${eleccion}`,
    paso: { ...paso, seccion: eleccion },
    pregunta: undefined,
    campos: null,
    n: index + 1,
    de: asked.length,
  }))
}

function partesDe(paso: Paso, clave: string, { compiledOf, todasOf }: PaginasSources): Pagina[] {
  const compiled = compiledOf(paso.cuestionario)
  const groups = compiled === undefined ? [] : groupsOf(compiled, clave, todasOf(paso.cuestionario))
  if (groups.length < 2) return paginasOf([paso])
  return groups.map((campos, index) => ({
    key: `${paso.key}/${campos[0]}`,
    paso,
    pregunta: campos[0],
    campos,
    n: index + 1,
    de: groups.length,
  }))
}

/** Questions in their order; a long text stands alone. */
function groupsOf(compiled: CompiledCuestionario, clave: string, todas: Respuestas): string[][] {
  const campos = compiled.secciones.find((seccion) => seccion.clave === clave)?.campos ?? []
  const groups: string[][] = []
  let open = false
  for (const campo of campos.filter((each) => esVisible(compiled, each, todas))) {
    const long = isLongText((compiled.questions.get(campo) ?? {}) as Shape)
    if (open && !long) groups.at(-1)?.push(campo)
    else groups.push([campo])
    open = !long
  }
  return groups
}

/** Page of an address: itself, or the first of its stop that `wanted` names. */
export function findPagina(paginas: readonly Pagina[], key: string, wanted: (pagina: Pagina) => boolean): Pagina | undefined {
  const exact = paginas.find((pagina) => pagina.key === key)
  if (exact || key === '') return exact
  const own = paginas.filter((pagina) => pagina.key.startsWith(`${key}/`) || key.startsWith(`${pagina.key}/`))
  return own.find(wanted) ?? own[0]
}
