/** Representación of a political party that a sesión convenes. It has voice and no vote. */
export interface RepresentacionConvocada {
  /** Clave of the party. */
  actor: string
  nombre: string
}

/** Attendance of a representación, as it is told. */
export interface RepresentacionContada {
  actor: string
  presente: boolean
  /** Name of the person who came for it. */
  quien: string | null
}

/** A representación on the list of attendance, as its party was named on that day. */
export type RepresentacionAsentada = RepresentacionConvocada & RepresentacionContada

/** "representación del Partido Acción Nacional". */
export function representacionDe(nombre: string): string {
  return `representación ${/^Partido\b/u.test(nombre) ? 'del' : 'de'} ${nombre}`
}

/** Why the attendance of the representaciones may not be told in this way, as sentences. Null: nobody told it, and the papers show the gap. */
export function razonesContraRepresentaciones(
  convocadas: readonly RepresentacionConvocada[],
  contadas: readonly RepresentacionContada[] | null,
): string[] {
  if (contadas === null) return []
  const byActor = new Map(contadas.map((each) => [each.actor, each]))
  const strange = contadas.some(({ actor }) => !convocadas.some((each) => each.actor === actor))
  return [
    ...(strange ? ['La lista nombra una representación a la que no se convoca.'] : []),
    ...(byActor.size < contadas.length ? ['La lista nombra dos veces la misma representación.'] : []),
    ...convocadas.flatMap(({ actor, nombre }) => {
      const told = byActor.get(actor)
      if (!told) return [`Falta decir si asistió la ${representacionDe(nombre)}.`]
      return told.presente && !told.quien ? [`Falta el nombre de quien asistió por la ${representacionDe(nombre)}.`] : []
    }),
  ]
}
