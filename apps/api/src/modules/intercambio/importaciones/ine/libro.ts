import { cargoEnLibro, type CatalogoIne, type LibroResuelto } from '@conoceles/domain'
import { FILAS_POR_HOJA, type LibroLeido } from '../formato.ts'
import type { Adicion } from '../importacion.entity.ts'

interface Around {
  catalogo: CatalogoIne
  /** Names of the sheets, in the order that their rows are numbered by. */
  hojas: readonly string[]
  avisos: string[]
}

/** Turns it into rows, additions to the catalogues, and notices, as the import takes any workbook. Renumbers the rows by their sheet. */
export function toLibroLeido({ filas, nuevas }: LibroResuelto, { catalogo, hojas, avisos }: Around): LibroLeido {
  for (const fila of filas) fila.fila += Math.max(0, hojas.indexOf(fila.hoja)) * FILAS_POR_HOJA
  const { demarcaciones, contiendas, actores } = nuevas
  const places = new Map([...catalogo.demarcaciones, ...demarcaciones].map((demarcacion) => [demarcacion.clave, demarcacion]))
  const cargos = new Map(catalogo.cargos.map((cargo) => [cargo.clave, cargo]))
  const nombreDe = (clave: string) => {
    const place = places.get(clave)
    return place?.entidad ? `${place.nombre} (${place.entidad})` : (place?.nombre ?? clave)
  }
  return {
    filas,
    catalogo: {
      cargos: [],
      contiendas: contiendas.map(({ clave, cargo, demarcacion }) => ({
        clave,
        cargo,
        demarcacion: { clave: demarcacion, nombre: nombreDe(demarcacion) },
        lugares: null,
      })),
      actores,
    },
    adiciones: [
      ...demarcaciones.map(({ clave }): Adicion => ({ tipo: 'demarcacion', clave, nombre: nombreDe(clave) })),
      ...actores.map(({ clave, nombre }): Adicion => ({ tipo: 'actor_politico', clave, nombre })),
      ...contiendas.map(({ clave, cargo, demarcacion }): Adicion => {
        const known = cargos.get(cargo)
        return { tipo: 'contienda', clave, nombre: `${known ? cargoEnLibro(known) : cargo}, ${nombreDe(demarcacion)}` }
      }),
    ],
    avisos,
  }
}

/** A workbook without its sheets or its columns: one row that says so, refused. */
export function libroIlegible(razones: string[]): LibroLeido {
  const errores = razones.map((razon) => ({ columna: 'Encabezados', razon }))
  const fila = { fila: 1, clave: null, nombre: null, candidatura: null, errores, advertencias: [], silencios: [], otros: [], hallazgos: [] }
  return { filas: [fila], catalogo: { cargos: [], contiendas: [], actores: [] }, adiciones: [], avisos: razones }
}
