/** Place of a voter, as far as she said it. An empty part was given, and is none. */
export interface Lugar {
  seccion?: string
  municipio?: string
  distrito?: string
}

const PARTS = ['seccion', 'municipio', 'distrito'] as const
const CLAVE = /^[\w-]{1,40}$/

/** "#seccion=0312", "?seccion=312" → { seccion: '312' }; null where no place is named. */
export function parseLugar(text: string): Lugar | null {
  const params = new URLSearchParams(text.replace(/^[#?]/, ''))
  const lugar: Lugar = {}
  for (const part of PARTS) {
    const value = params.get(part)
    if (value !== null) lugar[part] = part === 'seccion' ? (parseSeccion(value) ?? '') : claveOf(value)
  }
  return lugar.seccion === undefined && lugar.municipio === undefined ? null : lugar
}

/** { seccion: '312' } → "seccion=312": one spelling for each place. */
export function textOfLugar(lugar: Lugar): string {
  const params = new URLSearchParams()
  for (const part of PARTS) {
    const value = lugar[part]
    if (value !== undefined) params.set(part, value)
  }
  return params.toString()
}

/** The number of a section as the territory knows it ("0312" → "312"), in any digits that a phone writes; null when it cannot be one. */
export function parseSeccion(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replaceAll(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replaceAll(/\s/g, '')
  return /^0*[1-9]\d{0,3}$/.test(digits) ? String(Number(digits)) : null
}

function claveOf(text: string): string {
  return CLAVE.test(text) ? text : ''
}
