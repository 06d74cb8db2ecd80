/** Where somebody votes, as far as they said it. It stays in the fragment of the address, which browsers never send. */
export interface Lugar {
  seccion?: string
  municipio?: string
  distrito?: string
}

const PARTS = ['seccion', 'municipio', 'distrito'] as const

/** "#seccion=312" → { seccion: '312' }; null when the fragment names no place. */
export function parseLugar(hash: string): Lugar | null {
  const params = new URLSearchParams(hash.replace(/^#/, ''))
  const lugar: Lugar = {}
  for (const part of PARTS) {
    const value = params.get(part)
    if (value) lugar[part] = part === 'seccion' ? (parseSeccion(value) ?? value) : value
  }
  return lugar.seccion || lugar.municipio ? lugar : null
}

/** The fragment that names a place. */
export function hashOfLugar(lugar: Lugar): string {
  const params = new URLSearchParams()
  for (const part of PARTS) if (lugar[part]) params.set(part, lugar[part])
  return `#${params.toString()}`
}

/** The number of a section as the territory knows it ("0312" → "312"), in whatever digits a phone writes it; null when it cannot be one. */
export function parseSeccion(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replaceAll(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replaceAll(/\s/g, '')
  return /^0*[1-9]\d{0,3}$/.test(digits) ? String(Number(digits)) : null
}
