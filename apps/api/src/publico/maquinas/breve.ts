import type { CandidaturaPublicaDto, FilaPublicaDto } from '../lectura/index.ts'

type Persona = Pick<
  FilaPublicaDto,
  'id' | 'nombre' | 'apodo' | 'cargoNombre' | 'lugar' | 'calidad' | 'numero' | 'sexo' | 'estatus' | 'salida' | 'reserva'
> & { actorPolitico: { clave: string; nombre: string } }

/** A person in a list: name, the office that she seeks, and whether she still does. */
export function breve(persona: Persona, origen: string): object {
  const { id, nombre, apodo, cargoNombre, lugar, actorPolitico, calidad, numero, sexo, estatus, salida, reserva } = persona
  return {
    id,
    nombre,
    ...(apodo !== null && { apodo }),
    cargo: cargoNombre,
    lugar,
    postula: { clave: actorPolitico.clave, nombre: actorPolitico.nombre },
    calidad,
    numero,
    ...(sexo !== null && { sexo }),
    estatus,
    ...(salida && { salida }),
    ...(reserva !== null && { reserva }),
    pagina: `${origen}/candidaturas/${id}`,
  }
}

interface Postulante {
  postula: Pick<FilaPublicaDto['actorPolitico'], 'clave' | 'nombre' | 'integrantes'>
  encabeza: object | null
  /** People who compete in this list, with those who head it. */
  vigentes: number
  canceladas: object[]
}

/** Lists of a contienda by actor político, each with the person who heads it, in the order in which they come. */
export function postulantesOf(filas: readonly FilaPublicaDto[], origen: string): Postulante[] {
  const actores = new Map(filas.map(({ actorPolitico }) => [actorPolitico.clave, actorPolitico]))
  return [...actores.values()].map(({ clave, nombre, integrantes }) => {
    const own = filas.filter(({ actorPolitico }) => actorPolitico.clave === clave)
    const competing = own.filter(({ estatus }) => estatus === 'aprobada')
    const first = competing.find(({ calidad }) => calidad === 'propietaria') ?? competing[0]
    return {
      postula: { clave, nombre, integrantes },
      encabeza: first ? breve(first, origen) : null,
      vigentes: competing.length,
      canceladas: own.filter(({ estatus }) => estatus === 'cancelada').map((fila) => breve(fila, origen)),
    }
  })
}

interface Respuesta {
  seccion: string
  pregunta: string
  /** One for each person, in their order; a blank says why there is no answer. */
  respuestas: { nombre: string; valor: unknown; blanco?: string }[]
}

/** Questions with the answers of each person side by side. */
export function respuestasOf(paginas: readonly CandidaturaPublicaDto[]): Respuesta[] {
  const preguntas = new Map(
    paginas.flatMap(({ secciones }) =>
      secciones.flatMap(({ titulo: seccion, campos }) =>
        campos.map(({ clave, titulo }) => [clave, { clave, seccion, pregunta: titulo }] as const),
      ),
    ),
  )
  return [...preguntas.values()].map(({ clave, seccion, pregunta }) => ({
    seccion,
    pregunta,
    respuestas: paginas.map(({ nombre, secciones }) => {
      const campo = secciones.flatMap(({ campos }) => campos).find((each) => each.clave === clave)
      return { nombre, valor: campo?.valor ?? null, ...(campo?.blanco && { blanco: campo.blanco }) }
    }),
  }))
}
