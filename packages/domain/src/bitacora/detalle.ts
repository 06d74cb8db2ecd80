import { longDate } from '../base/fecha.ts'
import { fieldsOf } from '../base/typed.ts'

/** One datum of an act, as people read it. */
export interface Dicho {
  termino: string
  texto: string
}

/** Knowledge with which an act is read. */
export interface Conocido {
  /** "25 de abril de 2024, 18:00:05". */
  instante(iso: string): string
  /** Name of an identifier; null when it is not known, or not for this reader. */
  nombre(id: string): string | null
}

/** Words of the keys whose letters alone do not say it. */
const TERMINOS: Readonly<Record<string, string>> = {
  a: 'Ahora',
  acuse: 'Folio del acuse',
  actorPolitico: 'Actor político',
  alcanzadas: 'Candidaturas alcanzadas',
  al: 'Al día',
  anterior: 'Versión anterior',
  antes: 'Antes',
  bytes: 'Tamaño en bytes',
  campos: 'Datos',
  catalogos: 'Catálogos',
  claves: 'Huella de las claves',
  codigo: 'Código',
  conIdentidad: 'Con respuestas de identidad',
  convocadaEn: 'Convocada',
  cuantas: 'Cuántas',
  de: 'Antes',
  desde: 'A partir de',
  dia: 'Día',
  destruidas: 'Llaves destruidas',
  enviadaEn: 'Enviada',
  explicacion: 'Explicación',
  extemporanea: 'Fuera de plazo',
  folio: 'Folio del acuse',
  folioIne: 'Folio del INE',
  huella: 'Huella',
  leidas: 'De quiénes',
  milestone: 'Momento',
  numero: 'Número',
  ocurridoEn: 'Ocurrió',
  organo: 'Órgano',
  pagina: 'Página',
  razon: 'Razón',
  recibidaEn: 'Recibida',
  recursos: 'Archivos publicados',
  rol: 'Cargo',
  seAbren: 'Se abren',
  sha256: 'Huella',
  sale: 'Sale',
  statement: 'Fuente que vale',
  trasRestaurar: 'Después de restaurar un respaldo',
  ultimo: 'Último',
  version: 'Versión',
  vence: 'Vence',
  vigenteDesde: 'Vigente desde',
}

/** Words of the values that are keys. */
const VALORES: Readonly<Record<string, string>> = {
  administracion: 'Administración',
  auditoria: 'Auditoría',
  candidata: 'Persona candidata',
  captura: 'Captura',
  codificacion: 'codificación de textos',
  comision: 'Comisión',
  comite_transparencia: 'Comité de Transparencia',
  concejo: 'Concejo',
  en_tramite: 'en trámite',
  estadistica: 'estadística',
  pleno: 'Pleno',
  remision: 'remisión al INE',
  revision: 'revisión de la captura',
  secretaria: 'Secretaría',
  transparencia: 'Transparencia',
  validacion: 'Validación',
  verificacion: 'Verificación',
  verificacion_captura: 'verificación de la captura',
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const HASH = /^[0-9a-f]{64}$/
/** Keys begin small and have neither blanks nor points: what people wrote has. */
const KEY = /^[a-z][a-zA-Z0-9_]{1,40}$/
/** Longer lists are counted: whose they are is in the extract. */
const LISTED = 6
const HASH_SHOWN = 12
const numbers = new Intl.NumberFormat('es-MX')

/** Tells what an act did, without keys and without instants of machines. */
export function dichosDe(detalle: Readonly<Record<string, unknown>>, conocido: Conocido): Dicho[] {
  return Object.entries(detalle).flatMap(([clave, valor]) => {
    const texto = textoDe(valor, conocido)
    return texto === null ? [] : [{ termino: terminoDelDato(clave, valor), texto }]
  })
}

/** Acts on a request keep its own folio beside that of their acuse. */
function terminoDelDato(clave: string, valor: unknown): string {
  return clave === 'folio' && typeof valor === 'string' && valor.startsWith('ARCO/') ? 'Folio de la solicitud' : terminoDe(clave)
}

/** "seAbren" and "se_abren" are "Se abren". */
export function terminoDe(clave: string): string {
  const known = TERMINOS[clave]
  if (known !== undefined) return known
  const words = clave
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[_.]/g, ' ')
    .toLowerCase()
    // Keys have no accents; words that end so always have this one.
    .replaceAll(/([cs])ion\b/g, '$1ión')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function textoDe(valor: unknown, conocido: Conocido): string | null {
  if (typeof valor === 'boolean') return valor ? 'sí' : 'no'
  if (typeof valor === 'number') return numbers.format(valor)
  if (typeof valor === 'string') return textoDeTexto(valor, conocido)
  if (Array.isArray(valor)) return textoDeLista(valor, conocido)
  return valor === null || valor === undefined ? null : textoDeObjeto(fieldsOf(valor), conocido)
}

function textoDeObjeto(valor: Readonly<Record<string, unknown>>, conocido: Conocido): string | null {
  const said = dichosDe(valor, conocido)
  return said.length === 0 ? null : said.map(({ termino, texto }) => `${termino.toLowerCase()} ${texto}`).join(', ')
}

function textoDeLista(valores: readonly unknown[], conocido: Conocido): string | null {
  if (valores.length === 0) return null
  if (valores.length > LISTED) return numbers.format(valores.length)
  const said = valores.flatMap((valor) => textoDe(valor, conocido) ?? [])
  return said.length < valores.length ? numbers.format(valores.length) : said.join('; ')
}

function textoDeTexto(valor: string, conocido: Conocido): string | null {
  if (valor === '') return null
  if (UUID.test(valor)) return conocido.nombre(valor)
  if (HASH.test(valor)) return `${valor.slice(0, HASH_SHOWN)}…`
  if (INSTANT.test(valor)) return conocido.instante(valor)
  if (DAY.test(valor)) return longDate(valor)
  const known = VALORES[valor]
  if (known !== undefined) return known
  return KEY.test(valor) ? terminoDe(valor).toLowerCase() : valor
}
