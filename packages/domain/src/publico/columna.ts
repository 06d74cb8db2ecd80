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
  const planes = new Uint8Array(1 + width * numbers.length)
  planes[0] = codeOf(width)
  for (let plane = 0, at = 1; plane < width; plane += 1) {
    const unit = BASE ** (width - 1 - plane)
    for (const each of numbers) planes[at++] = codeOf(Math.floor(each / unit) % BASE)
  }
  return new TextDecoder().decode(planes)
}

function codeOf(digit: number): number {
  return DIGITS.charCodeAt(digit)
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
