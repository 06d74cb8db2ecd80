const MONTH = new Intl.DateTimeFormat('es-MX', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "abril de 2024", of a month in the form `YYYY-MM`. */
export function mesLargo(mes: string): string {
  return MONTH.format(new Date(`${mes}-15T00:00:00Z`))
}
