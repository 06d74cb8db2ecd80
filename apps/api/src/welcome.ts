import type { Config } from './config.ts'
import type { DemoCuenta } from './simulacro/index.ts'
import type { Proceso } from './modules/proceso/index.ts'
import { faltantes, faltantesLines, type Hallado } from './inicio/index.ts'
import type { Clock } from './shared/clock.ts'

interface Welcome {
  proceso: Proceso | null
  cuentas: DemoCuenta[]
  clock: Clock
  administracion: Hallado['administracion']
}

/** Facts for the person who started it: addresses, accounts to sign in with, the day of its clock, how to stop. */
export function welcome(config: Config, { proceso, cuentas, clock, administracion }: Welcome): string {
  const pasos = () => faltantes(config, { proceso: proceso !== null, administracion })
  return [
    '',
    `  Visor          ${config.origen}/`,
    `  Consola        ${config.origenConsola}/consola/`,
    `  API            ${config.origen}/api/v1`,
    `  Documentación  ${config.origen}/api/docs`,
    ...(proceso?.simulacro ? simulacroLines({ proceso, cuentas, clock }) : faltantesLines(pasos(), config)),
    '',
    '  Ctrl-C para detener.',
    '',
  ].join('\n')
}

function simulacroLines({ proceso, cuentas, clock }: Omit<Welcome, 'administracion'> & { proceso: Proceso }): string[] {
  const day = clock.now().toZonedDateTimeISO(proceso.zona).toLocaleString('es-MX', { dateStyle: 'full', timeStyle: 'short' })
  const width = Math.max(...cuentas.map(({ correo }) => correo.length))
  const rows = cuentas.map(({ correo, contrasena, totp }) => `    ${correo.padEnd(width)}  ${contrasena.padEnd(28)}  ${totp}`)
  return [
    '',
    `  Simulacro: todas las personas son ficticias. Hoy es ${day}`,
    '',
    '  Cuentas de demostración (correo, contraseña, secreto TOTP):',
    ...rows,
  ]
}
