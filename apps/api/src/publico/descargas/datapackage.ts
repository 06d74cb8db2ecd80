import type { Sitio } from './fuente.ts'
import { archivoDe } from './archivos.ts'
import type { Columna, Referencia, Tabla } from './tablas/index.ts'
import type { Descarga } from './archivo-hecho.ts'

/** Material of a description of the downloads. */
export interface Descrito {
  sitio: Sitio
  tablas: readonly Tabla<never>[]
  descargas: readonly Descarga[]
}

const PROFILES = 'https://datapackage.org/profiles/2.0'

/** The downloads as a Frictionless Data Package (specification 2). */
export function toDatapackage({ sitio, tablas, descargas }: Descrito): object {
  const { corte, proceso, diccionario } = sitio
  return {
    $schema: `${PROFILES}/datapackage.json`,
    name: `conoceles-${proceso.clave}`,
    title: `Candidatas y Candidatos, Conóceles: ${proceso.nombre}`,
    description: descripcionDe(sitio),
    version: String(corte.numero),
    created: corte.en,
    homepage: `${sitio.origen}/datos`,
    contributors: [
      { title: proceso.instituto.nombre, roles: ['publisher'], ...(proceso.instituto.sitio ? { path: proceso.instituto.sitio } : {}) },
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
  const about = { name: nameOf(archivo), path: archivo, title: titulo, description: descripcion, format: formato }
  const file = { mediatype: medio.split(';')[0], ...(formato === 'xlsx' ? {} : { encoding: 'utf-8' }), bytes, hash: `sha256:${sha256}` }
  if (!tabla) return { ...about, ...file, $schema: `${PROFILES}/dataresource.json` }
  const grupos = new Set(tabla.columnas.map(({ licencia }) => licencia as string))
  return {
    ...about,
    ...file,
    $schema: `${PROFILES}/dataresource.json`,
    type: 'table',
    dialect: {
      $schema: `${PROFILES}/tabledialect.json`,
      delimiter: ',',
      lineTerminator: '\r\n',
      quoteChar: '"',
      doubleQuote: true,
      header: true,
    },
    schema: toSchema(tabla),
    ...licenses(diccionario.licencias.filter(({ grupo }) => grupos.has(grupo))),
  }
}

function licenses(licencias: Sitio['diccionario']['licencias']): object {
  const known = licencias.map(({ licencia, url }) => ({
    title: licencia,
    ...(url ? { path: url } : { name: licencia.replaceAll(/[^\w.-]/g, '-') }),
  }))
  return known.length === 0 ? {} : { licenses: known }
}

function toSchema({ archivo, columnas, llave }: Tabla<never>): object {
  const foreignKeys = columnas.flatMap(({ nombre, refiere }) =>
    refiere ? [{ fields: [nombre], reference: { ...resourceOf(refiere, archivo), fields: [refiere.columna] } }] : [],
  )
  return {
    $schema: `${PROFILES}/tableschema.json`,
    fields: columnas.map(toField),
    missingValues: [''],
    ...(llave.length > 0 ? { primaryKey: llave } : {}),
    ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
  }
}

/** A table that refers to itself says no resource. */
function resourceOf({ archivo }: Referencia, own: string): { resource?: string } {
  return archivo === own ? {} : { resource: nameOf(archivo) }
}

const nameOf = (archivo: string): string => archivo.replace('.', '-')

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
