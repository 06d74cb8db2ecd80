interface ProcesoBody {
  nombre: string
  entidad: string
  instituto: object
  simulacro: boolean
  zona: string
  desindexada: string | null
  emblemas?: object | null
  idiomas?: object[] | null
  senas?: object[] | null
  accesibilidad?: string | null
  conAviso?: boolean
  conLecturaFacil?: boolean
  cargos: { clave: string; nombre: string; singular: string; principio: string }[]
}

/**
 * Frame of a page, from the public proceso: names, the zone of its hours, and whether search engines may offer it. Neither figures nor
 * corte: with them every page would change at each corte.
 */
export function marcoDe({
  nombre,
  entidad,
  instituto,
  simulacro,
  zona,
  desindexada,
  emblemas,
  idiomas,
  senas,
  accesibilidad,
  conAviso,
  conLecturaFacil,
  cargos,
}: ProcesoBody): object {
  return {
    nombre,
    entidad,
    instituto,
    simulacro,
    zona,
    desindexada,
    ...(emblemas && { emblemas }),
    ...(idiomas && { idiomas }),
    ...(senas && { senas }),
    ...(accesibilidad && { accesibilidad }),
    ...(conAviso === false && { conAviso }),
    ...(conLecturaFacil === false && { conLecturaFacil }),
    cargos: cargos.map(({ clave, nombre: cargo, singular, principio }) => ({ clave, nombre: cargo, singular, principio })),
  }
}
