/** A file that anybody may download. `datos`: described by the datapackage; `descripcion`: describes; `conjunto`: all of it at once. */
export interface Archivo {
  archivo: NombreArchivo
  medio: string
  formato: string
  titulo: string
  descripcion: string
  clase: 'datos' | 'descripcion' | 'conjunto'
  /** Operation id in OpenAPI. */
  id: string
}

const NOMBRES = [
  'candidaturas.csv',
  'candidaturas.xlsx',
  'candidaturas.jsonl',
  'columnas-ine.csv',
  'contiendas.csv',
  'actores.csv',
  'estadisticas.csv',
  'cargos.csv',
  'lugares.csv',
  'secciones.csv',
  'catalogos.csv',
  'diccionario.csv',
  'datapackage.json',
  'dcat.jsonld',
  'todo.zip',
] as const
export type NombreArchivo = (typeof NOMBRES)[number]

const CSV = 'text/csv; charset=utf-8'

const SOBRE: Record<NombreArchivo, Omit<Archivo, 'archivo' | 'formato'>> = {
  'candidaturas.csv': {
    medio: CSV,
    titulo: 'Candidaturas, para programas (CSV)',
    descripcion:
      'Una fila por candidatura, con cada dato público en su columna. Van por clave, siempre en el mismo orden: no es el que se sortea cada día.',
    clase: 'datos',
    id: 'getDescargaCandidaturasCsv',
  },
  'candidaturas.xlsx': {
    medio: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    titulo: 'Candidaturas, para Excel (XLSX)',
    descripcion: 'Las mismas filas, con el diccionario y las notas del corte en otras hojas.',
    clase: 'datos',
    id: 'getDescargaCandidaturasXlsx',
  },
  'candidaturas.jsonl': {
    medio: 'application/jsonl; charset=utf-8',
    titulo: 'Fichas completas, para programas (JSON Lines)',
    descripcion: 'Una ficha por línea, tal como la entrega la API, en el mismo orden.',
    clase: 'datos',
    id: 'getDescargaCandidaturasJsonl',
  },
  'columnas-ine.csv': {
    medio: CSV,
    titulo: 'Candidaturas con las columnas del INE (CSV)',
    descripcion: 'Lo público con los encabezados del libro del INE, en el mismo orden.',
    clase: 'datos',
    id: 'getDescargaColumnasIneCsv',
  },
  'contiendas.csv': {
    medio: CSV,
    titulo: 'Contiendas (CSV)',
    descripcion: 'Cada cargo en cada lugar, con cuántas candidaturas tiene.',
    clase: 'datos',
    id: 'getDescargaContiendasCsv',
  },
  'actores.csv': {
    medio: CSV,
    titulo: 'Partidos, alianzas e independientes (CSV)',
    descripcion: 'Quienes postulan.',
    clase: 'datos',
    id: 'getDescargaActoresCsv',
  },
  'estadisticas.csv': {
    medio: CSV,
    titulo: 'Estadísticas (CSV)',
    descripcion: 'Todas las tablas de estadística, una cifra por fila.',
    clase: 'datos',
    id: 'getDescargaEstadisticasCsv',
  },
  'cargos.csv': {
    medio: CSV,
    titulo: 'Cargos (CSV)',
    descripcion: 'Los cargos que se eligen.',
    clase: 'datos',
    id: 'getDescargaCargosCsv',
  },
  'lugares.csv': {
    medio: CSV,
    titulo: 'Distritos, municipios y comunidades (CSV)',
    descripcion: 'Los lugares donde se vota, con cuántas candidaturas tiene cada uno.',
    clase: 'datos',
    id: 'getDescargaLugaresCsv',
  },
  'secciones.csv': {
    medio: CSV,
    titulo: 'Secciones electorales (CSV)',
    descripcion: 'A qué municipio y distrito pertenece cada sección.',
    clase: 'datos',
    id: 'getDescargaSeccionesCsv',
  },
  'catalogos.csv': {
    medio: CSV,
    titulo: 'Catálogos (CSV)',
    descripcion: 'Qué nombre tiene cada clave de los demás archivos.',
    clase: 'datos',
    id: 'getDescargaCatalogosCsv',
  },
  'diccionario.csv': {
    medio: CSV,
    titulo: 'Diccionario de datos (CSV)',
    descripcion: 'Qué significa cada columna, de qué tipo es, con qué fundamento es pública y con qué licencia.',
    clase: 'datos',
    id: 'getDescargaDiccionarioCsv',
  },
  'datapackage.json': {
    medio: 'application/json; charset=utf-8',
    titulo: 'Descripción del conjunto (Frictionless Data Package)',
    descripcion: 'Los archivos con su huella, su tamaño y el esquema de cada columna.',
    clase: 'descripcion',
    id: 'getDatapackage',
  },
  'dcat.jsonld': {
    medio: 'application/ld+json; charset=utf-8',
    titulo: 'Descripción para catálogos de datos (DCAT)',
    descripcion: 'El conjunto y sus distribuciones, para catálogos de datos abiertos.',
    clase: 'descripcion',
    id: 'getDcat',
  },
  'todo.zip': {
    medio: 'application/zip',
    titulo: 'Todo en un archivo (ZIP)',
    descripcion: 'Todos los archivos de un mismo corte, con su descripción.',
    clase: 'conjunto',
    id: 'getDescargaTodoZip',
  },
}

export function archivoDe(archivo: NombreArchivo): Archivo {
  return { archivo, formato: archivo.split('.').at(-1) ?? '', ...SOBRE[archivo] }
}

export const ARCHIVOS: readonly Archivo[] = NOMBRES.map(archivoDe)
export const DATOS: readonly Archivo[] = ARCHIVOS.filter(({ clase }) => clase === 'datos')

/** Path of a download among the public answers. */
export function rutaDescarga(archivo: string): string {
  return `/api/v1/publico/descargas/${archivo}`
}
