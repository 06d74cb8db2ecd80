import type { Sitio } from './fuente.ts'
import { archivoDe } from './archivos.ts'
import type { Columna, Tabla } from './tabla.ts'
import type { Descarga } from './archivo-hecho.ts'

/** Material of a description of the downloads. */
export interface Descrito {
  sitio: Sitio
  tablas: readonly Tabla<never>[]
  descargas: readonly Descarga[]
}

/** The downloads as a Frictionless Data Package (specification 1, which readers of version 2 take too). */
export function toDatapackage({ sitio, tablas, descargas }: Descrito): object {
  const { corte, proceso, diccionario } = sitio
  return {
    profile: 'data-package',
    name: `conoceles-${proceso.clave}`,
    title: `Candidatas y Candidatos, Conóceles: ${proceso.nombre}`,
    description: descripcionDe(sitio),
    version: String(corte.numero),
    created: corte.en,
    homepage: `${sitio.origen}/datos`,
    contributors: [
      { title: proceso.instituto.nombre, role: 'publisher', ...(proceso.instituto.sitio ? { path: proceso.instituto.sitio } : {}) },
    ],
    keywords: ['candidaturas', 'elecciones', proceso.entidad],
    sources: proceso.fuentes.map(({ dato, fuente }) => ({ title: `${dato}: ${fuente}` })),
    ...licenses(diccionario.licencias.filter(({ grupo }) => grupo === 'registro')),
    resources: descargas.map((descarga) =>
      toResource(
        descarga,
        tablas.find(({ archivo }) => archivo === descarga.archivo),
        sitio,
      ),
    ),
    corte,
    simulacro: proceso.simulacro,
    licencias: diccionario.licencias,
  }
}

/** Text to read before the first row. */
export function descripcionDe({ proceso, corte }: Sitio): string {
  const simulacro = proceso.simulacro ? 'Es un simulacro: todas las personas son ficticias. ' : ''
  return `${simulacro}Lo público del sistema Conóceles de ${proceso.instituto.nombre} en el corte ${corte.numero}. ${proceso.responsabilidad}`
}

function toResource({ archivo, bytes, sha256 }: Descarga, tabla: Tabla<never> | undefined, { diccionario }: Sitio): object {
  const { medio, formato, titulo, descripcion } = archivoDe(archivo)
  const about = { name: archivo.replace('.', '-'), path: archivo, title: titulo, description: descripcion, format: formato }
  const file = { mediatype: medio.split(';')[0], ...(formato === 'xlsx' ? {} : { encoding: 'utf-8' }), bytes, hash: `sha256:${sha256}` }
  if (!tabla) return { ...about, ...file, profile: 'data-resource' }
  const grupos = new Set(tabla.columnas.map(({ licencia }) => licencia as string))
  return {
    ...about,
    ...file,
    profile: 'tabular-data-resource',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: toSchema(tabla),
    ...licenses(diccionario.licencias.filter(({ grupo }) => grupos.has(grupo))),
  }
}

/** Only licences that somebody named: of the others nothing is promised. */
function licenses(licencias: Sitio['diccionario']['licencias']): object {
  const known = licencias.flatMap(({ licencia, url }) =>
    licencia === null ? [] : [{ title: licencia, ...(url ? { path: url } : { name: licencia }) }],
  )
  return known.length === 0 ? {} : { licenses: known }
}

function toSchema({ columnas, llave }: Tabla<never>): object {
  return { fields: columnas.map(toField), missingValues: [''], ...(llave.length > 0 ? { primaryKey: llave } : {}) }
}

function toField({ nombre, titulo, significado, tipo, formato, licencia, ...columna }: Columna<never>): object {
  const constraints = constraintsOf(columna)
  return {
    name: nombre,
    type: tipo,
    ...(formato ? { format: formato } : {}),
    title: titulo,
    description: significado,
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
    ...{ fundamento: null, fuente: null, confianza: null, catalogo: null, ...groundOf(columna) },
    licencia,
  }
}

function constraintsOf({ obligatoria, valores }: Pick<Columna<never>, 'obligatoria' | 'valores'>): object {
  return { ...(obligatoria ? { required: true } : {}), ...(valores ? { enum: valores } : {}) }
}

type Ground = Pick<Columna<never>, 'fundamento' | 'fuente' | 'confianza' | 'catalogo'>

function groundOf({ fundamento, fuente, confianza, catalogo }: Ground): object {
  const known = Object.entries({ fundamento, fuente, confianza, catalogo }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known)
}
