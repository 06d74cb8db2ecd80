const MEXICO = { dateStyle: 'long', hourCycle: 'h23', timeZone: 'America/Mexico_City' } as const

/** An instant of the proceso, as people of the institute say it. */
export function enMexico(instant: string): string {
  return new Intl.DateTimeFormat('es-MX', { ...MEXICO, timeStyle: 'short' }).format(new Date(instant))
}

/** An instant of the server's clock, which a simulacro does not move: to the second, it proves what came first. */
export function enServidor(instant: string): string {
  return `${new Intl.DateTimeFormat('es-MX', { ...MEXICO, timeStyle: 'medium' }).format(new Date(instant))} del reloj del servidor`
}
