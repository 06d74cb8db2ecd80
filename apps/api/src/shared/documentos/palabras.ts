/** "del Consejo Estatal Electoral", "de la Comisión": an organ after a preposition. */
export function delOrgano(nombre: string): string {
  const [first = ''] = nombre.split(' ')
  if (/(?:ión|dad|ía|aria|iva|ica)$/i.test(first)) return `de la ${nombre}`
  return /(?:o|l|é|or)$/i.test(first) ? `del ${nombre}` : `de ${nombre}`
}

/** "del Partido X", "de la Coalición X", "de Movimiento Ciudadano": an actor político after a preposition. */
export function delActor(nombre: string): string {
  if (nombre.startsWith('Partido ')) return `del ${nombre}`
  return /^(?:Coalición|Alianza|Candidatura) /.test(nombre) ? `de la ${nombre}` : `de ${nombre}`
}

/** "uno, dos y tres". */
export function enLista(texts: readonly string[]): string {
  return texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} y ${texts.at(-1)}`
}

const UNIDADES =
  'cero una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuna veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve'.split(
    ' ',
  )
const DECENAS = '- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' ')
const CENTENAS = '- ciento doscientas trescientas cuatrocientas quinientas seiscientas setecientas ochocientas novecientas'.split(' ')

/** "tres mil setecientas cincuenta y dos": how many candidaturas, below a hundred thousand. */
export function enLetra(number: number): string {
  if (number < 30) return UNIDADES[number] ?? ''
  if (number === 100) return 'cien'
  if (number < 100) return [DECENAS[Math.floor(number / 10)], ...restOf(number % 10)].join(' y ')
  if (number < 1_000) return [CENTENAS[Math.floor(number / 100)], ...restOf(number % 100)].join(' ')
  const thousands = Math.floor(number / 1_000)
  return [...(thousands === 1 ? [] : [milesOf(thousands)]), 'mil', ...restOf(number % 1_000)].join(' ')
}

function restOf(number: number): string[] {
  return number === 0 ? [] : [enLetra(number)]
}

/** "treinta y un mil": before thousands there is no feminine. */
function milesOf(thousands: number): string {
  return enLetra(thousands)
    .replace(/veintiuna$/, 'veintiún')
    .replace(/una$/, 'un')
}
