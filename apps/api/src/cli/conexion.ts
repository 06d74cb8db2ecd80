import { DATABASE_ROLES, roleUrl, type DatabaseRole } from '../database/pools.ts'
import { readConfig } from '../config.ts'
import { openSecretos } from '../shared/criptografia/secretos.ts'
import { readRunning } from '../running-file.ts'

const role = (process.argv[2] ?? '').replace(/^conoceles_/, '') as DatabaseRole
const config = readConfig()
const running = readRunning(config)

if (!DATABASE_ROLES.includes(role)) {
  process.stderr.write(`Uso: npm run conexion -- ${DATABASE_ROLES.join('|')}\n`)
  process.exitCode = 1
} else if (!running) {
  process.stderr.write('El simulacro no está en marcha: inícielo con npm start.\n')
  process.exitCode = 1
} else {
  const { host, port, database } = running
  process.stdout.write(`${roleUrl(`postgres://${host}:${port}/${database}`, role, openSecretos(config.secretos).password(role))}\n`)
}
