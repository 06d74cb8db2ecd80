import type { Config } from '../../config.ts'
import { aviso, bien, falla, type Hallazgo } from './hallazgo.ts'

/** Seconds after which each is late; the alarms of `deploy/alertas.yml` have the same. */
const LATE_S = { respaldo: 26 * 3_600, ensayo: 8 * 86_400 }
const ago = new Intl.RelativeTimeFormat('es-MX')
const REMEDIO = 'npm run respaldo (docs/operacion/respaldo.md).'

const ENSAYAR = 'npm run respaldo -- ensayar, con la llave que los abre.'
const NONE = { respaldos: 0, ensayos: 0, respaldo_segundos: 0, ensayo_segundos: 0 }

/** Looks at the age of the last backup and of its last rehearsal. A simulacro has nothing to lose. */
export function reviewRespaldo(modo: Config['modo'], read: Readonly<Record<string, number>>): Hallazgo[] {
  return modo === 'simulacro' ? [] : [judge({ ...NONE, ...read })]
}

function judge({ respaldos, ensayos, respaldo_segundos: respaldo, ensayo_segundos: ensayo }: typeof NONE): Hallazgo {
  if (respaldos === 0) return falla('Respaldo', 'Nunca se ha hecho uno.', REMEDIO)
  const last = `El último es de ${ago.format(-Math.round(respaldo / 3_600), 'hour')}`
  if (respaldo > LATE_S.respaldo) return falla('Respaldo', `${last}.`, `Lea el registro de «respaldo», o ${REMEDIO}`)
  if (ensayos === 0) return aviso('Respaldo', `${last}, y ninguno se ha restaurado como ensayo.`, ENSAYAR)
  const dice = `${last}; se ensayó ${ago.format(-Math.round(ensayo / 86_400), 'day')}.`
  return ensayo > LATE_S.ensayo ? aviso('Respaldo', dice, ENSAYAR) : bien('Respaldo', dice)
}
