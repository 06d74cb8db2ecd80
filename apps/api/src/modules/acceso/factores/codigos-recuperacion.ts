import { createHmac, randomInt } from 'node:crypto'

const COUNT = 10
/** Without the signs that are mistaken for others. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 3
const SIGNS = 4

/** Ten codes of 59 random bits, in groups that are easy to copy by hand. */
export function newCodigos(): string[] {
  return Array.from({ length: COUNT }, () => Array.from({ length: GROUPS }, group).join('-'))
}

function group(): string {
  return Array.from({ length: SIGNS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** Case, hyphens and spaces do not matter: people type them from paper. */
export function huellaCodigo(pimienta: Buffer, cuentaId: string, codigo: string): string {
  const plain = codigo.toLowerCase().replaceAll(/[\s-]/g, '')
  return createHmac('sha256', pimienta).update(`acceso.codigo_recuperacion|${cuentaId}|${plain}`).digest('base64url')
}
