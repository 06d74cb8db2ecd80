const one = new Intl.NumberFormat('es-MX', { maximumFractionDigits: 1 })

/** "312 kB", "1.4 MB": how long a file is. */
export function fileSize(bytes: number): string {
  return bytes < 1_000_000 ? `${one.format(Math.max(1, Math.round(bytes / 1_000)))} kB` : `${one.format(bytes / 1_000_000)} MB`
}

const whole = new Intl.NumberFormat('es-MX', { maximumFractionDigits: 0 })

/** "4,163": how many. */
export function count(howMany: number): string {
  return whole.format(howMany)
}
