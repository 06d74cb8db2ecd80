import type { DataSource } from 'typeorm'
import type { Config } from './config.ts'
import { generateDemoCuentas } from './carga/load-simulacro.ts'
import { Proceso } from './modules/procesos/index.ts'
import type { Clock } from './shared/clock.ts'

/** What whoever started it needs to know: where things are, with whom to sign in, what day it is, how to stop. */
export async function welcome(config: Config, owner: DataSource, clock: Clock): Promise<string> {
  const proceso = await owner.manager.findOne(Proceso, { where: {} })
  return [
    '',
    `  Visor          ${config.origen}/`,
    `  Consola        ${config.origen}/consola/`,
    `  API            ${config.origen}/api/v1`,
    `  Documentación  ${config.origen}/api/docs`,
    ...(proceso?.simulacro ? simulacroLines(proceso, clock) : [proceso ? '' : '\n  Aún no hay un proceso cargado.']),
    '',
    '  Ctrl-C para detener.',
    '',
  ].join('\n')
}

function simulacroLines(proceso: Proceso, clock: Clock): string[] {
  const day = clock.now().toZonedDateTimeISO(proceso.zona).toLocaleString('es-MX', { dateStyle: 'full', timeStyle: 'short' })
  const cuentas = generateDemoCuentas()
  const width = Math.max(...cuentas.map(({ correo }) => correo.length))
  const rows = cuentas.map(({ correo, contrasena, totp }) => `    ${correo.padEnd(width)}  ${contrasena.padEnd(28)}  ${totp ?? ''}`.trimEnd())
  return ['', `  Simulacro: todas las personas son ficticias. Hoy es ${day}.`, '', '  Cuentas de demostración (correo, contraseña, secreto TOTP):', ...rows]
}
