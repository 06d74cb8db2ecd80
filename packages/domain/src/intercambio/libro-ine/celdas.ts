import type { Calidad, Sexo } from '../../registro/estatus.ts'
import { CONVENCIONES_INE } from './columnas.ts'
import type { TipoDemarcacion } from '../../proceso/catalogo.ts'
import { cleanLine, plainKey, trimEndOf } from '../../base/text.ts'

export interface CargoIne {
  nombre: string
  principio: string
}

export interface LugarIne {
  tipo: TipoDemarcacion
  clave: string
  nombre: string
  cabecera: string | null
}

/** Capitals without accents, as the source writes municipios and cabeceras; the Ñ is a letter and stays. */
export function mayusculas(text: string): string {
  return [...cleanLine(text).toUpperCase()].map((letter) => (letter === 'Ñ' ? letter : bare(letter))).join('')
}

function bare(letter: string): string {
  return letter.normalize('NFD').replaceAll(/\p{M}/gu, '')
}

/** "DIPUTACIÓN LOCAL MR": the words that the source has for a cargo; for one that it does not have, its name in capitals. */
export function cargoEnLibro({ nombre, principio }: CargoIne): string {
  const key = plainKey(nombre)
  const mode = principio === 'representacion_proporcional' ? 'RP' : 'MR'
  if (key.startsWith('diputaci')) return `DIPUTACIÓN ${key.includes('federal') ? 'FEDERAL' : 'LOCAL'} ${mode}`
  if (key.startsWith('senaduria')) return `SENADURÍA FEDERAL ${mode}`
  return CARGOS.find(([known]) => known.test(key))?.[1] ?? cleanLine(nombre).toUpperCase()
}

const CARGOS: readonly (readonly [RegExp, string])[] = [
  [/^gubernaturas?$/, 'GUBERNATURA'],
  [/^presidencias? municipal(es)?$/, 'PRESIDENCIA MUNICIPAL'],
  [/^sindicaturas?$/, 'SINDICATURA'],
  [/^regidurias?$/, 'REGIDURÍA'],
]

/** The three columns of the place. A comunidad stands where its municipio would. */
export function lugarEnLibro(lugar: LugarIne): { distrito: string; circunscripcion: string; municipio: string } {
  const { noAplica } = CONVENCIONES_INE
  const municipal = lugar.tipo === 'municipio' || lugar.tipo === 'comunidad'
  return {
    distrito: lugar.tipo === 'distrito' ? distritoEnLibro(lugar) : noAplica,
    circunscripcion: noAplica,
    municipio: municipal ? mayusculas(lugar.nombre) : noAplica,
  }
}

/** "15-CHETUMAL", without a zero to the left. */
function distritoEnLibro(lugar: LugarIne): string {
  const numero = numeroDistrito(lugar)
  if (numero === null) return mayusculas(lugar.nombre)
  return lugar.cabecera === null ? String(numero) : `${numero}-${mayusculas(lugar.cabecera)}`
}

/** Number of a distrito by its clave ("D04", "durango-D15"), or null for one that has none. */
export function numeroDistrito({ clave }: Pick<LugarIne, 'clave'>): number | null {
  const digits = /(\d{1,3})$/.exec(clave)?.[1]
  return digits === undefined ? null : Number(digits)
}

/** Number and cabecera of a cell; the separator and the zeros of other years are tolerated. */
export function leerDistrito(cell: string): { numero: number | null; cabecera: string | null } {
  const [, digits, rest = ''] = /^0*(\d{1,3}) ?[-.–—:]? ?(.*)/.exec(cleanLine(cell)) ?? []
  if (digits === undefined) return { numero: null, cabecera: null }
  return { numero: Number(digits), cabecera: rest === '' ? null : rest }
}

/** A cell that says that the place is another. */
export function noAplica(cell: string): boolean {
  return ['', 'no aplica', 'n a', 'na'].includes(plainKey(cell))
}

/** Propietaria or suplente from its field, never from the sex; only its ending follows the sex. */
export function tipoEnLibro(calidad: Calidad, sexo: Sexo | null): string {
  if (calidad === 'suplente') return 'SUPLENTE'
  return sexo === 'hombre' ? 'PROPIETARIO' : 'PROPIETARIA'
}

export function leerTipo(cell: string): Calidad | null {
  const key = plainKey(cell)
  if (key.startsWith('propietari')) return 'propietaria'
  return key.startsWith('suplente') ? 'suplente' : null
}

const SEXOS_EN_LIBRO: Record<Sexo, string> = { mujer: 'MUJER', hombre: 'HOMBRE', no_binario: 'NO BINARIO' }

export function sexoEnLibro(sexo: Sexo | null): string {
  return sexo === null ? '' : SEXOS_EN_LIBRO[sexo]
}

export function leerSexo(cell: string): Sexo | null {
  const key = plainKey(cell)
  if (/^no binari[oae]$/.test(key)) return 'no_binario'
  return key === 'mujer' || key === 'hombre' ? key : null
}

/** Name of a party or coalición; the source leaves dots at the end of some. */
export function leerPartido(cell: string): { nombre: string; conPuntos: boolean } {
  const written = cleanLine(cell)
  const nombre = trimEndOf(written, ' .')
  return { nombre, conPuntos: nombre !== written }
}

/** A whole number of at most nine digits; a spreadsheet may write it with decimals that are none. */
export function leerEntero(cell: string): number | null {
  const digits = /^(\d{1,9})(\.0+)?$/.exec(cleanLine(cell))?.[1]
  return digits === undefined ? null : Number(digits)
}
