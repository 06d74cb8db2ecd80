/** Kinds of matter that a point may decide besides an entregable: a draft, by its kind and its id. */
export const TIPOS_MATERIA = ['aviso', 'cuestionario', 'politica'] as const
export type TipoMateria = (typeof TIPOS_MATERIA)[number]

/** «aviso:3f2b…» */
export type ClaveMateria = `${TipoMateria}:${string}`

export function claveMateria(tipo: TipoMateria, id: string): ClaveMateria {
  return `${tipo}:${id}`
}

/** The kind and the id that a clave names; null when it names none. */
export function parseMateria(clave: string): { tipo: TipoMateria; id: string } | null {
  const [tipo, id = ''] = clave.split(':')
  const known = TIPOS_MATERIA.find((each) => each === tipo)
  return known && /^[0-9a-f-]{36}$/.test(id) ? { tipo: known, id } : null
}

/** A draft that waits for its vote. */
export interface MateriaVotada {
  clave: ClaveMateria
  /** Clave of the entregable that it is; null when the programme has none. */
  entregable: string | null
  /** ISO 8601: when the version that is approved was closed. */
  enviadaEn: string
}

/** Why a vote is not the approval of a draft; none: it is. */
export function razonesContraVoto(
  punto: { materia: string | null; entregable: string | null; votadoEn: string },
  { clave, entregable, enviadaEn }: MateriaVotada,
): string[] {
  const own = punto.materia === clave || (punto.materia === null && entregable !== null && punto.entregable === entregable)
  return [
    ...(own ? [] : ['El punto no dice que sea de este asunto.']),
    ...(Date.parse(punto.votadoEn) < Date.parse(enviadaEn) ? ['Se votó antes de que se enviara esta versión.'] : []),
  ]
}
