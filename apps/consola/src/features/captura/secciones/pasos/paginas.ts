import { esVisible, type CompiledCuestionario, type Respuestas } from '@conoceles/cuestionarios'
import { ELECCIONES_CONSENTIMIENTO } from '@conoceles/domain'
import { isLongText } from '../renderers/shapes.ts'
import { CONSENTIMIENTO, type Paso } from './pasos.ts'

/** One page of the walk: a stop, or a part of it. */
export interface Pagina {
  key: string
  paso: Paso
  /** Third part of the address of a part of a section. */
  pregunta: string | undefined
  /** Questions on it; null: all of the stop. */
  campos: readonly string[] | null
  /** Questions of which it asks which ones she will answer. */
  medios?: readonly string[]
  n: number
  de: number
}

export interface PaginasSources {
  compiledOf(cuestionario: string): CompiledCuestionario | undefined
  todasOf(cuestionario: string): Respuestas
  /** Whether she chose to be asked a question that is one of many. */
  isElegido(campo: string, respuestas: Respuestas): boolean
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

function partesDe(paso: Paso, clave: string, { compiledOf, todasOf, isElegido }: PaginasSources): Pagina[] {
  const compiled = compiledOf(paso.cuestionario)
  if (compiled === undefined) return paginasOf([paso])
  const todas = todasOf(paso.cuestionario)
  const medios = mediosOf(compiled, clave)
  const campos = compiled.secciones.find((seccion) => seccion.clave === clave)?.campos ?? []
  const asked = campos.filter((campo) => esVisible(compiled, campo, todas) && (!medios.includes(campo) || isElegido(campo, todas)))
  const parts = groupsOf(compiled, asked).map((group): Parte => ({ pregunta: group[0], campos: group }))
  const all = medios.length > 0 ? [{ pregunta: MEDIOS, campos: [], medios }, ...parts] : parts
  if (all.length < 2 && medios.length === 0) return paginasOf([paso])
  return all.map((parte, index) => ({ ...parte, key: `${paso.key}/${parte.pregunta}`, paso, n: index + 1, de: all.length }))
}

type Parte = Pick<Pagina, 'pregunta' | 'campos' | 'medios'>

/** Third part of an address; no question has a hyphen in its name. */
const MEDIOS = 'cuales-usa'
/** Fewer are asked at once. */
const MANY = 4

/** Questions of a section of which one answer is enough; none where they are few. */
function mediosOf(compiled: CompiledCuestionario, clave: string): readonly string[] {
  const { campos = [] } = compiled.alMenosUno.find(({ seccion }) => seccion === clave) ?? {}
  return campos.length < MANY ? [] : campos
}

/** Questions in their order; a long text stands alone. */
function groupsOf(compiled: CompiledCuestionario, campos: readonly string[]): string[][] {
  const groups: string[][] = []
  let open = false
  for (const campo of campos) {
    const long = isLongText(compiled.questions.get(campo) ?? {})
    if (open && !long) groups.at(-1)?.push(campo)
    else groups.push([campo])
    open = !long
  }
  return groups
}

/** Whether a page is where an answer is given. A way that she did not choose is asked where she chooses. */
export function asksFor({ campos, medios = [] }: Asking, campo: string, paginas: readonly Asking[]): boolean {
  if (campos === null || campos.includes(campo)) return true
  return medios.includes(campo) && !paginas.some((each) => each.campos?.includes(campo))
}

type Asking = Pick<Pagina, 'campos' | 'medios'>

/** Page of an address: itself, the one with its question, or the first of its stop that `wanted` names. */
export function findPagina(paginas: readonly Pagina[], key: string, wanted: (pagina: Pagina) => boolean): Pagina | undefined {
  const exact = paginas.find((pagina) => pagina.key === key)
  if (exact || key === '') return exact
  const own = paginas.filter(
    ({ key: each, paso }) => each.startsWith(`${key}/`) || key.startsWith(`${each}/`) || key.startsWith(`${paso.key}/`),
  )
  // A section may have the name of one of its questions.
  const [, , campo = ''] = key.split('/')
  return own.find(({ campos }) => campos?.includes(campo)) ?? own.find(wanted) ?? own[0]
}
