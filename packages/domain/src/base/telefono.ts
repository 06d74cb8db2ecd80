/** Digits that any telephone dials: ten are a number of Mexico, more say their country. */
export function digitosDe(numero: string): string {
  const digits = numero.replace(/\D/g, '')
  return digits.length === 10 ? `52${digits}` : digits
}
