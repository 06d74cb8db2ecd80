const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const

/** "1.2 MB": size in the units of a file manager. */
export function sizeText(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const amount = bytes / 1000 ** power
  const digits = power === 0 || amount >= 100 ? 0 : 1
  return `${new Intl.NumberFormat('es-MX', { maximumFractionDigits: digits }).format(amount)} ${UNITS[power]}`
}
