interface ProcesoBody {
  nombre: string
  instituto: object
  simulacro: boolean
  zona: string
  desindexada: string | null
  cargos: { clave: string; nombre: string; singular: string; principio: string }[]
  actoresPoliticos: { clave: string; nombre: string; color: string | null }[]
}

/**
 * Of the public proceso, the names around a page, the zone of its hours, and whether search engines may offer it. Neither figures nor corte: with them every page would be another at each corte.
 */
export function marcoDe({ nombre, instituto, simulacro, zona, desindexada, cargos, actoresPoliticos }: ProcesoBody): object {
  return {
    ...{ nombre, instituto, simulacro, zona, desindexada },
    cargos: cargos.map(({ clave, nombre: cargo, singular, principio }) => ({ clave, nombre: cargo, singular, principio })),
    actoresPoliticos: actoresPoliticos.map(({ clave, nombre: actor, color }) => ({ clave, nombre: actor, color })),
  }
}
