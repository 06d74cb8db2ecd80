import type { Sitio } from '../fuente.ts'
import { CARGOS, LUGARES } from './referencias.ts'
import { juntos, texto, type Columna, type Tabla } from './tabla.ts'

type Contienda = Sitio['contiendas'][number]
type Actor = Sitio['proceso']['actoresPoliticos'][number]

export const TABLA_CONTIENDAS: Tabla<Contienda> = {
  archivo: 'contiendas.csv',
  titulo: 'Contiendas',
  descripcion: 'Cada cargo en cada lugar cuya publicación ya empezó, con cuántas candidaturas tiene.',
  llave: ['clave'],
  columnas: [
    texto('clave', 'Clave', { significado: 'Clave de la contienda.', obligatoria: true, de: ({ clave }) => clave }),
    texto('cargo', 'Clave del cargo', {
      significado: 'Qué se elige.',
      catalogo: 'cargo',
      refiere: CARGOS,
      obligatoria: true,
      de: ({ cargo }) => cargo,
    }),
    texto('cargo_nombre', 'Cargo', { significado: 'Nombre del cargo.', de: ({ cargoNombre }) => cargoNombre }),
    texto('lugar', 'Demarcación', { significado: 'Dónde se elige.', de: ({ lugar }) => lugar }),
    texto('distrito', 'Clave del distrito', {
      significado: 'Si es de un distrito.',
      catalogo: 'distrito',
      refiere: LUGARES,
      de: ({ distrito }) => distrito,
    }),
    texto('municipio', 'Clave del municipio', {
      significado: 'Si es de un municipio, o de una comunidad que está en él.',
      catalogo: 'municipio',
      refiere: LUGARES,
      de: ({ municipio }) => municipio,
    }),
    texto('comunidad', 'Clave de la comunidad', {
      significado: 'Si es de una comunidad.',
      catalogo: 'comunidad',
      refiere: LUGARES,
      de: ({ comunidad }) => comunidad,
    }),
    texto('candidaturas', 'Candidaturas', {
      significado: 'Vigentes y canceladas; no cuenta las sustituidas.',
      tipo: 'integer',
      obligatoria: true,
      de: ({ candidaturas }) => candidaturas,
    }),
  ],
}

export const TABLA_ACTORES: Tabla<Actor> = {
  archivo: 'actores.csv',
  titulo: 'Partidos, alianzas y candidaturas independientes',
  descripcion: 'Quienes postulan candidaturas en el proceso.',
  llave: ['clave'],
  columnas: [
    texto('clave', 'Clave', { significado: 'Clave de quien postula.', obligatoria: true, de: ({ clave }) => clave }),
    texto('nombre', 'Nombre', { significado: 'Nombre de quien postula.', obligatoria: true, de: ({ nombre }) => nombre }),
    texto('tipo', 'Tipo', {
      significado: 'Partido, alianza o candidatura independiente.',
      valores: ['partido', 'alianza', 'independiente'],
      obligatoria: true,
      de: ({ tipo }) => tipo,
    }),
    texto('integrantes', 'Integrantes', {
      significado: 'Claves de los partidos que integran la alianza en alguna contienda, separadas por « | ».',
      de: ({ integrantes }) => juntos(integrantes),
    }),
    texto('nota', 'Nota', { significado: 'Lo que falta confirmar.', de: ({ nota }) => nota }),
  ],
}

/** One cell of a table of statistics. */
interface CeldaLarga {
  tabla: string
  titulo: string
  tipo: string
  contadaEl: string | null
  renglon: string
  renglonNombre: string
  columna: string
  columnaNombre: string
  minimo: number | null
  maximo: number | null
}

const cifra = (nombre: 'minimo' | 'maximo', titulo: string): Columna<CeldaLarga> =>
  texto(nombre, titulo, {
    significado: 'Igual al otro extremo, el número es exacto. Vacío, no hay de quién decirlo.',
    tipo: 'integer',
    licencia: 'estadisticas',
    de: (celda) => celda[nombre],
  })

const deTabla = (nombre: string, titulo: string, rest: Partial<Columna<CeldaLarga>> & Pick<Columna<CeldaLarga>, 'significado' | 'de'>) =>
  texto<CeldaLarga>(nombre, titulo, { licencia: 'estadisticas', ...rest })

export const TABLA_ESTADISTICAS: Tabla<CeldaLarga> = {
  archivo: 'estadisticas.csv',
  titulo: 'Estadísticas',
  descripcion: 'Todas las tablas de estadística, una cifra por fila. En las de identidad cada cifra es el intervalo en que está el número.',
  llave: ['tabla', 'renglon', 'columna'],
  columnas: [
    deTabla('tabla', 'Clave de la tabla', { significado: 'Qué tabla.', obligatoria: true, de: ({ tabla }) => tabla }),
    deTabla('tabla_titulo', 'Tabla', { significado: 'Su título.', de: ({ titulo }) => titulo }),
    deTabla('tipo', 'Tipo', {
      significado: 'Identidad: cuenta respuestas protegidas. Pública: lo que ya dicen las páginas.',
      valores: ['publica', 'identidad'],
      de: ({ tipo }) => tipo,
    }),
    deTabla('contada_el', 'Contada el', {
      significado: 'Día en que se contaron las respuestas de identidad.',
      tipo: 'date',
      de: ({ contadaEl }) => contadaEl,
    }),
    deTabla('renglon', 'Clave del renglón', {
      significado: 'Qué renglón; «total» es el de todos.',
      obligatoria: true,
      de: (celda) => celda.renglon,
    }),
    deTabla('renglon_nombre', 'Renglón', { significado: 'Nombre del renglón.', de: (celda) => celda.renglonNombre }),
    deTabla('columna', 'Clave de la columna', { significado: 'Qué se cuenta.', obligatoria: true, de: ({ columna }) => columna }),
    deTabla('columna_nombre', 'Columna', { significado: 'Nombre de la columna.', de: ({ columnaNombre }) => columnaNombre }),
    cifra('minimo', 'Al menos'),
    cifra('maximo', 'A lo más'),
  ],
}

export function celdasDe({ estadisticas }: Pick<Sitio, 'estadisticas'>): CeldaLarga[] {
  return estadisticas.flatMap(({ clave, titulo, tipo, contadaEl, columnas, filas, total }) =>
    [...filas, total].flatMap(({ clave: renglon, nombre: renglonNombre, celdas }) =>
      columnas.flatMap((columna, at): CeldaLarga[] => {
        const { minimo = null, maximo = null } = celdas[at] ?? {}
        const place = { renglon, renglonNombre, columna: columna.clave, columnaNombre: columna.nombre }
        return [{ tabla: clave, titulo, tipo, contadaEl, ...place, minimo, maximo }]
      }),
    ),
  )
}
