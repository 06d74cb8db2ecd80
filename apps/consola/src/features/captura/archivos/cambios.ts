import { groupBy } from '@conoceles/domain'
import type { Captura, RespuestaEscrita, SeccionCaptura } from '../../../api-types.ts'
import { isBlank, sameRespuesta } from '../../../shared/captura/respuestas.ts'
import type { Draft } from '../../../shared/guardado/save-queue.ts'

/** `distinta`: something else is captured already, and stays unless she says so. `cerrada`: its section takes nothing now. */
export type Clase = 'nueva' | 'igual' | 'distinta' | 'cerrada' | 'imposible'

/** An answer of a file beside the captured one. */
export interface Cambio {
  campo: string
  etiqueta: string
  seccion: string
  clase: Clase
  antes: unknown
  despues: unknown
  texto: string
  razones: readonly string[]
  /** Sentences to read before it is saved. */
  avisos: readonly string[]
  /** Whether it waits for somebody to read it: it may hold data of hers. */
  dudosa: boolean
  /** Files that answer the same question of hers in another way. */
  otros: readonly string[]
  /** Whether the answer of another of them was chosen. */
  cedida: boolean
  /** Whether somebody changed the text that the file has. */
  corregida: boolean
  /** Whether it is written. */
  elegida: boolean
}

/** Answers of a file beside the captura of a candidatura. Each question counts once: the first text of it that a file has. */
export function cambiosDe(
  respuestas: readonly RespuestaEscrita[],
  { secciones }: Captura,
  seccionDe: (campo: string) => string | undefined,
): Cambio[] {
  const once = respuestas.filter(({ campo }, at) => respuestas.findIndex((each) => each.campo === campo) === at)
  return once.flatMap((respuesta) => {
    const clave = seccionDe(respuesta.campo)
    const seccion = secciones.find((each) => each.cuestionario === 'curricular' && each.clave === clave)
    return seccion ? [cambioDe(respuesta, seccion)] : []
  })
}

function cambioDe({ campo, etiqueta, texto, respuesta, razones, avisos, dudosa }: RespuestaEscrita, seccion: SeccionCaptura): Cambio {
  const valor = respuesta?.[campo]
  const antes = seccion.respuestas[campo]
  const clase = claseDe({ valor, antes, imposible: razones.length > 0 }, seccion)
  const why = clase === 'cerrada' ? seccion.razones : razones
  const read = { campo, etiqueta, texto, seccion: seccion.clave, clase, antes, despues: valor, razones: why, avisos, dudosa, otros: [] }
  return { ...read, cedida: false, corregida: false, elegida: isWritten(read) }
}

const isWritten = ({ clase, dudosa, otros }: Pick<Cambio, 'clase' | 'dudosa' | 'otros'>) =>
  clase === 'nueva' && !dudosa && otros.length === 0

interface Suya {
  archivo: string
  candidatura: { id: string } | null
  cambios: Cambio[] | null
}

/** Sets answers of several files to one question of one candidatura side by side: where they differ none is written until somebody chooses. */
export function enfrentar(suyas: readonly Suya[]): void {
  for (const same of sameQuestion(suyas)) {
    for (const { cambio } of same) {
      const otros = same.filter((other) => !means(other.cambio.despues, cambio.despues)).map(({ archivo }) => archivo)
      if (otros.length > 0 && cambio.otros.length === 0) cambio.elegida = false
      cambio.otros = otros
    }
  }
}

/** The same cambios set beside a newer captura: the choices of before stay, and nothing is chosen by itself. */
export function conservar(antes: readonly Cambio[], ahora: Cambio[]): Cambio[] {
  for (const cambio of ahora) {
    const before = antes.find(({ campo }) => campo === cambio.campo)
    if (!before) continue
    const { otros, cedida, corregida } = before
    Object.assign(cambio, { otros, cedida, corregida })
    if (corregida) cambio.despues = before.despues
    if (corregida && isOpen(cambio) && means(cambio.despues, cambio.antes)) cambio.clase = 'igual'
    cambio.elegida = before.elegida && isOpen(cambio)
  }
  return ahora
}

/** Takes the text that somebody wrote in place of the file's, and chooses it: she has read it. */
export function corregir(suyas: readonly Suya[], cambio: Cambio, despues: string): void {
  Object.assign(cambio, { despues, corregida: true })
  marcar(suyas, cambio, { elegida: true })
}

/**
 * After a save: the chosen answers that her captura does not have. What it has in other letters, as the server cleans them, was kept; from then on
 * that is what the file says.
 */
export function sinGuardar(antes: readonly Cambio[], ahora: readonly Cambio[]): Cambio[] {
  return antes.flatMap(({ campo, antes: captured, elegida }) => {
    const now = ahora.find((each) => each.campo === campo)
    if (!elegida || now === undefined || now.clase === 'igual') return []
    if (sameRespuesta(now.antes, captured)) return [now]
    Object.assign(now, { clase: 'igual', despues: now.antes, corregida: true, elegida: false })
    return []
  })
}

/** Chooses all answers of a file that another one contradicts. */
export function marcarArchivo(suyas: readonly Suya[], archivo: string): void {
  for (const suya of suyas.filter((each) => each.archivo === archivo)) {
    for (const cambio of (suya.cambios ?? []).filter((each) => isOpen(each) && each.otros.length > 0))
      marcar(suyas, cambio, { elegida: true })
  }
}

/** Whether it can be chosen. */
export const isOpen = ({ clase }: Cambio) => clase === 'nueva' || clase === 'distinta'

/** Two addresses may lead to one page. */
function means(one: unknown, other: unknown): boolean {
  return sameRespuesta(withoutWww(one), withoutWww(other))
}

function withoutWww(valor: unknown): unknown {
  return typeof valor === 'string' && valor.startsWith('https://') ? valor.replace('https://www.', 'https://').toLowerCase() : valor
}

/** Chooses an answer, and no other one to the same question of hers. */
export function marcar(suyas: readonly Suya[], chosen: Cambio, { elegida }: { elegida: boolean }): void {
  const same = sameQuestion(suyas).find((each) => each.some(({ cambio }) => cambio === chosen)) ?? []
  const others = same.filter(({ cambio }) => cambio !== chosen && !means(cambio.despues, chosen.despues))
  for (const { cambio } of others) Object.assign(cambio, { cedida: elegida, elegida: cambio.elegida && !elegida })
  Object.assign(chosen, { elegida, cedida: false })
}

function sameQuestion(suyas: readonly Suya[]): { archivo: string; cambio: Cambio }[][] {
  const open = suyas.flatMap(({ archivo, candidatura, cambios }) =>
    (cambios ?? []).filter(isOpen).map((cambio) => ({ archivo, cambio, key: `${candidatura?.id} ${cambio.campo}` })),
  )
  return [...groupBy(open, ({ key }) => key).values()]
}

function claseDe({ valor, antes, imposible }: { valor: unknown; antes: unknown; imposible: boolean }, { editable }: SeccionCaptura): Clase {
  if (imposible) return 'imposible'
  if (means(valor, antes)) return 'igual'
  if (!editable) return 'cerrada'
  return isBlank(antes) ? 'nueva' : 'distinta'
}

/** The chosen answers as drafts, one for each section that they change. Later files add to the earlier ones of the same candidatura. */
export function draftsOf({ candidaturaId, secciones }: Captura, cambios: readonly Cambio[]): Draft[] {
  const chosen = cambios.filter(({ elegida }) => elegida)
  return secciones.flatMap((seccion) => {
    const own = chosen.filter((cambio) => seccion.cuestionario === 'curricular' && cambio.seccion === seccion.clave)
    if (own.length === 0) return []
    const { cuestionario, clave, version, respuestas: base } = seccion
    const respuestas = { ...base, ...Object.fromEntries(own.map(({ campo, despues }) => [campo, despues])) }
    return [{ candidaturaId, cuestionario, seccion: clave, version, base, respuestas, attempt: null }]
  })
}
