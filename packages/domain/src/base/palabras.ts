import { nombreDeMes } from './fecha.ts'

const SMALL =
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve'.split(
    ' ',
  )
const TENS = ['', '', '', 'treinta', 'cuarenta', 'cincuenta', 'sesenta', 'setenta', 'ochenta', 'noventa']
const HUNDREDS = ' ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'.split(' ')

/** "treinta y uno", up to 999,999. */
export function enPalabras(number: number): string {
  if (number < 30) return String(SMALL[number])
  if (number < 100) return joined(String(TENS[Math.floor(number / 10)]), number % 10, ' y ')
  if (number === 100) return 'cien'
  if (number < 1000) return joined(String(HUNDREDS[Math.floor(number / 100)]), number % 100, ' ')
  const thousands = Math.floor(number / 1000)
  return joined(thousands === 1 ? 'mil' : `${antesDeNombre(thousands)} mil`, number % 1000, ' ')
}

function joined(first: string, rest: number, by: string): string {
  return rest === 0 ? first : `${first}${by}${enPalabras(rest)}`
}

/** "un", "veintiún", "treinta y un": a number before what it counts, when that is masculine. */
export function antesDeNombre(number: number): string {
  const words = enPalabras(number)
  if (words.endsWith('veintiuno')) return `${words.slice(0, -'veintiuno'.length)}veintiún`
  return words.endsWith('uno') ? words.slice(0, -1) : words
}

/** "una", "treinta y una", "tres mil setecientas cincuenta y dos". */
export function enFemenino(number: number): string {
  return enPalabras(number)
    .replace(/uno$/, 'una')
    .replaceAll(/(?<=ci|ni)entos\b/g, 'entas')
}

/** "veintitrés de abril de dos mil veinticuatro"; the first of a month is "primero". */
export function fechaEnLetra(day: string): string {
  const dia = Number(day.slice(8, 10))
  return `${dia === 1 ? 'primero' : enPalabras(dia)} de ${nombreDeMes(Number(day.slice(5, 7)))} de ${enPalabras(Number(day.slice(0, 4)))}`
}

/** "las doce horas con cinco minutos", of "12:05". */
export function horaEnLetra(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const said = hour === 1 ? 'la una hora' : `las ${enFemenino(hour)} horas`
  if (minute === 0) return said
  return `${said} con ${minute === 1 ? 'un minuto' : `${antesDeNombre(minute)} minutos`}`
}

const UNITS = ' primera segunda tercera cuarta quinta sexta séptima octava novena'.split(' ')
const DECADES = ' décima vigésima trigésima cuadragésima quincuagésima sexagésima septuagésima octogésima nonagésima'.split(' ')

/** "Segunda", "Décima Primera", as sesiones are numbered; from a hundred on, in figures. */
export function ordinal(number: number): string {
  if (number < 1 || number > 99) return `${number}.ª`
  return [DECADES[Math.floor(number / 10)], UNITS[number % 10]].filter(Boolean).map(capitalised).join(' ')
}

function capitalised(word = ''): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
