import type { ClaveActo } from '@conoceles/domain'
import type { Given, Module } from '../../module.ts'
import { bitacoraRoutes, Envio } from './index.ts'

export const bitacora: Module<{ bitacora: Given<typeof bitacoraRoutes> }> = {
  entities: [Envio],
  figures: [
    {
      role: 'instituto',
      sql: `select ${edadDe('respaldo.hecho')} as respaldo_segundos, ${edadDe('respaldo.ensayado')} as ensayo_segundos,
        (select count(*)::int from bitacora.acto where acto = 'respaldo.hecho') as respaldos,
        (select count(*)::int from bitacora.acto where acto = 'respaldo.ensayado') as ensayos`,
      help: {
        respaldo_segundos: 'Edad del último respaldo; sin ninguno, la de la bitácora.',
        ensayo_segundos: 'Edad del último respaldo que se restauró como ensayo; sin ninguno, la de la bitácora.',
        respaldos: 'Respaldos hechos.',
        ensayos: 'Respaldos restaurados como ensayo.',
      },
    },
  ],
  routes: (scope, deps, services) => bitacoraRoutes(scope, deps, services.bitacora),
}

/** Seconds of the machine since the newest act of a kind. One that never was is as late as the whole bitácora is old. */
function edadDe(acto: ClaveActo): string {
  const en = `(contenido::jsonb ->> 'sistema')::timestamptz`
  return `extract(epoch from clock_timestamp() - coalesce(
    (select ${en} from bitacora.acto where acto = '${acto}' order by n desc limit 1),
    (select ${en} from bitacora.acto order by n limit 1), clock_timestamp()))::float8`
}
