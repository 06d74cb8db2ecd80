import type { Campo, CandidaturaPublica, Seccion } from '../../api-types.ts'

/** Answer of one of them. Without `campo`: the state of the section, that nothing of hers is shown, or that it was not asked of her. */
export interface Respuesta {
  id: string
  nombre: string
  campo: Campo | null
  seccion: Seccion['estatus'] | null
  /** True if she has no sections at all: she left, or is covered. */
  nada: boolean
}

export interface PreguntaComparada {
  clave: string
  titulo: string
  respuestas: Respuesta[]
}

/** Questions that nobody answered are told in one line, by why. */
export interface SinRespuesta {
  razon: 'no_proporcionada' | 'sin_respuesta'
  titulos: string[]
}

export interface SeccionComparada {
  clave: string
  titulo: string
  /** Questions that somebody answered, or may still answer in public. */
  preguntas: PreguntaComparada[]
  ninguna: SinRespuesta[]
}

/** The same questions of all of them, in the `order` in which a candidatura is read; everybody has a place in each, answered or not. */
export function compararSecciones(
  personas: readonly CandidaturaPublica[],
  order: (secciones: readonly Seccion[]) => Seccion[],
): SeccionComparada[] {
  const all = order(firstOf(personas.flatMap(({ secciones }) => secciones)))
  return all.map(({ clave, titulo }) => {
    const asked = firstOf(personas.flatMap((persona) => seccionOf(persona, clave)?.campos ?? []))
    const preguntas = asked.map((pregunta) => ({
      clave: pregunta.clave,
      titulo: pregunta.titulo,
      respuestas: personas.map((persona) => respuestaOf(persona, { seccion: clave, pregunta: pregunta.clave })),
    }))
    const told = preguntas.map((pregunta) => ({ pregunta, razon: blankOfAll(pregunta) }))
    const titulosOf = (razon: SinRespuesta['razon']) => told.filter((each) => each.razon === razon).map(({ pregunta }) => pregunta.titulo)
    const ninguna = RAZONES.map((razon) => ({ razon, titulos: titulosOf(razon) })).filter(({ titulos }) => titulos.length > 0)
    return { clave, titulo, preguntas: told.filter(({ razon }) => razon === null).map(({ pregunta }) => pregunta), ninguna }
  })
}

const RAZONES = ['no_proporcionada', 'sin_respuesta'] as const

/** Why nobody answered it; null where somebody did, or her answer is only not shown. */
function blankOfAll({ respuestas }: PreguntaComparada): SinRespuesta['razon'] | null {
  const razones = respuestas.map(({ campo, seccion }) => seccion ?? (campo && isBlank(campo) ? (campo.blanco ?? 'sin_captura') : null))
  if (razones.every((razon) => razon === 'no_proporcionada')) return 'no_proporcionada'
  return razones.every((razon) => razon === 'no_proporcionada' || razon === 'sin_captura') ? 'sin_respuesta' : null
}

function isBlank({ valor }: Campo): boolean {
  return [valor ?? ''].flat().every((line) => line.trim() === '')
}

function respuestaOf(persona: CandidaturaPublica, { seccion, pregunta }: { seccion: string; pregunta: string }): Respuesta {
  const { id, nombre } = persona
  const found = seccionOf(persona, seccion)
  const campo = found?.campos.find(({ clave }) => clave === pregunta) ?? null
  return { id, nombre, campo, seccion: found && found.estatus !== 'publicada' ? found.estatus : null, nada: persona.secciones.length === 0 }
}

function seccionOf({ secciones }: CandidaturaPublica, clave: string): Seccion | undefined {
  return secciones.find((each) => each.clave === clave)
}

function firstOf<T extends { clave: string }>(all: readonly T[]): T[] {
  return all.filter(({ clave }, at) => all.findIndex((other) => other.clave === clave) === at)
}

/** Id of the heading of a question in the page. */
export function anchorOf({ clave }: Pick<PreguntaComparada, 'clave'>): string {
  return `pregunta-${clave}`
}
