const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const BASE = DIGITS.length
const VALUE_OF = new Map([...DIGITS].map((digit, value) => [digit, value]))

/**
 * Small numbers as one text, each in as many digits as the largest needs: the first digit of the text says how many; then the highest digit
 * of all of them, the next of all of them, and so on, which compresses better than number after number.
 */
export function escribirColumna(numbers: readonly number[]): string {
  const most = numbers.reduce((max, each) => Math.max(max, each), 0)
  let width = 1
  while (BASE ** width <= most) width += 1
  const planes = Array.from({ length: width }, (_, plane) => {
    const unit = BASE ** (width - 1 - plane)
    return numbers.map((each) => DIGITS[Math.floor(each / unit) % BASE]).join('')
  })
  return `${DIGITS[width]}${planes.join('')}`
}

export function leerColumna(column: string): number[] {
  const width = valueAt(column, 0)
  const rows = width === 0 ? 0 : (column.length - 1) / width
  return Array.from({ length: rows }, (_, row) => {
    let number = 0
    for (let plane = 0; plane < width; plane += 1) number = number * BASE + valueAt(column, 1 + plane * rows + row)
    return number
  })
}

function valueAt(text: string, at: number): number {
  return VALUE_OF.get(text[at] ?? '') ?? 0
}
