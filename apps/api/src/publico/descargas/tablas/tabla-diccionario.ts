import { juntos, texto, type Columna, type Tabla } from './tabla.ts'
import type { Sitio } from '../fuente.ts'

/** Row of the dictionary: one column of one file. */
export type Entrada = Omit<Columna<never>, 'de'> & { archivo: string; licenciaNombre: string | null }

/** Every column of every table, in their order. */
export function entradasDe(tablas: readonly Tabla<never>[], { diccionario }: Pick<Sitio, 'diccionario'>): Entrada[] {
  const licencias = new Map(diccionario.licencias.map(({ grupo, licencia }) => [grupo, licencia]))
  return tablas.flatMap(({ archivo, columnas }) =>
    columnas.map(({ de: _de, ...columna }) => ({ ...columna, archivo, licenciaNombre: licencias.get(columna.licencia) ?? null })),
  )
}

export const TABLA_DICCIONARIO: Tabla<Entrada> = {
  archivo: 'diccionario.csv',
  titulo: 'Diccionario de datos',
  descripcion: 'Qué significa cada columna de cada archivo, de qué tipo es, con qué fundamento es pública y con qué licencia.',
  llave: ['archivo', 'columna'],
  columnas: [
    texto('archivo', 'Archivo', { significado: 'En qué archivo está.', de: ({ archivo }) => archivo }),
    texto('columna', 'Columna', { significado: 'Cómo se llama en el archivo.', de: ({ nombre }) => nombre }),
    texto('titulo', 'Título', { significado: 'Cómo se llama en palabras.', de: ({ titulo }) => titulo }),
    texto('significado', 'Significado', { significado: 'Qué dice.', de: ({ significado }) => significado }),
    texto('tipo', 'Tipo', { significado: 'Tipo de Table Schema.', de: ({ tipo }) => tipo }),
    texto('valores', 'Valores', { significado: 'Los que admite, separados por « | ».', de: ({ valores }) => juntos(valores ?? []) }),
    texto('catalogo', 'Catálogo', { significado: 'Cuál de los catálogos públicos los nombra.', de: ({ catalogo }) => catalogo ?? null }),
    texto('fundamento', 'Fundamento', { significado: 'Con qué fundamento es pública.', de: ({ fundamento }) => fundamento ?? null }),
    texto('fuente', 'Fuente', { significado: 'De dónde se sabe.', de: ({ fuente }) => fuente ?? null }),
    texto('confianza', 'Confianza', { significado: 'Con qué confianza.', de: ({ confianza }) => confianza ?? null }),
    texto('grupo', 'Parte de los datos', { significado: 'A la que corresponde su licencia.', de: ({ licencia }) => licencia }),
    texto('licencia', 'Licencia', {
      significado: 'Con qué licencia se puede reutilizar; vacía donde no consta.',
      de: ({ licenciaNombre }) => licenciaNombre,
    }),
  ],
}
