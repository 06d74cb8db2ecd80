export const INSTRUCCIONES = [
  'Datos públicos de candidaturas de una elección. Sólo se leen.',
  'Diga únicamente lo que estas herramientas contestan. Si `resultado` es `no_hallado`, diga que no consta; no lo complete con otra fuente.',
  'Si es `ambiguo` o `parecido`, muestre las opciones y pregunte cuál es.',
  'Si `simulacro` es verdadero, diga que las personas son ficticias.',
  'Cite siempre el corte, la fecha y la dirección de `cita`.',
  'No recomiende por quién votar. Presente a todas las personas de una contienda en el orden en que vienen.',
].join(' ')

export const MENSAJES = {
  ambiguo: (dicho: string) => `«${dicho}» puede ser cualquiera de estas opciones.`,
  sinOpcion: (dicho: string) => `No hay ningún resultado para «${dicho}» entre los que tiene este proceso.`,
  nadie: 'Ninguna candidatura publicada cumple lo que se pidió.',
  parecidas: 'Nadie se llama exactamente así. Estos nombres se le parecen.',
  sinLugar: 'Diga la sección o el municipio.',
  seccionDesconocida: (seccion: string) =>
    `La sección «${seccion}» no está entre las de este proceso. Pruebe con el municipio o compruebe el número en su credencial.`,
  faltaDistrito: 'El municipio tiene varios distritos. Diga la sección o el distrito para saber qué diputaciones se eligen.',
  noConsta: 'No consta ninguna candidatura con ese identificador.',
  retirada: 'Esta candidatura ya no está publicada. No se dice nada más de ella.',
  cuantas: 'Se comparan de 2 a 4 candidaturas.',
  grande: 'La respuesta es demasiado larga para este medio. Está completa en la dirección citada.',
  ninguno: 'Todavía no se publica nada.',
  fallo: 'No se pudo contestar en este momento. Intente de nuevo.',
} as const

/** A citation that a person can check. */
export function enPalabras({
  instituto,
  proceso,
  corte,
  fecha,
  direccion,
}: Record<'instituto' | 'proceso' | 'fecha' | 'direccion', string> & { corte: number }): string {
  return `${instituto}. Candidatas y Candidatos, Conóceles: ${proceso}. Corte ${corte}, ${fecha}. ${direccion}`
}
