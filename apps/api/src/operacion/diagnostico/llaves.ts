import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CLASES, listKids, type Clase } from '../../shared/criptografia/llavero.ts'
import { aviso, bien, falla, type Hallazgo } from './hallazgo.ts'

const ASUNTO = 'Llaves'
const PARA: Record<Clase, string> = {
  llavero: 'la que abre las respuestas de identidad',
  firma: 'la que firma los cortes y los acuses',
  jwt: 'la que firma las sesiones',
  pimienta: 'la de las contraseñas',
}

/** Looks at the folder of the keys without opening any: what opens a ring makes the key that is missing. */
export function reviewKeys(folder: string): Hallazgo[] {
  if (!existsSync(folder)) {
    const remedio = 'Si el sistema ya se inició alguna vez, SECRETOS nombra otra carpeta: corríjalo antes de iniciarlo de nuevo.'
    return [aviso(ASUNTO, `Aún no existe ${folder}: se hace en el primer inicio.`, remedio)]
  }
  const shut = unreadable([folder])
  const found = shut.length > 0 ? shut : [...unreadable(pathsIn(folder)), ...exposed([folder, ...pathsIn(folder)]), ...missing(folder)]
  return found.length > 0 ? found : [bien(ASUNTO, `Están todas en ${folder}, y sólo las lee esta cuenta. Respáldelas aparte de la base.`)]
}

/** Whether no ring lacks its key, so that opening one makes none. */
export function hasAllKeys(folder: string): boolean {
  return existsSync(folder) && isReadable(folder) && CLASES.every((clase) => listKids(folder, clase).length > 0)
}

function pathsIn(folder: string): string[] {
  return readdirSync(folder).map((name) => join(folder, name))
}

function unreadable(paths: readonly string[]): Hallazgo[] {
  const shut = paths.filter((path) => !isReadable(path))
  return shut.map((path) => falla(ASUNTO, `Esta cuenta no puede leer ${path}.`, `chown la cuenta que inicia el sistema, en ${path}`))
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK)
    return true
  } catch {
    return false
  }
}

const OTHERS = 0o077

function exposed(paths: readonly string[]): Hallazgo[] {
  const open = paths.filter((path) => (statSync(path).mode & OTHERS) !== 0)
  return open.map((path) =>
    falla(ASUNTO, `Otras cuentas de esta máquina pueden leer ${path}.`, `chmod ${statSync(path).isDirectory() ? 700 : 600} ${path}`),
  )
}

function missing(folder: string): Hallazgo[] {
  const absent = CLASES.filter((clase) => listKids(folder, clase).length === 0)
  return absent.map((clase) =>
    falla(
      ASUNTO,
      `Falta en ${folder} ${PARA[clase]}.`,
      'Tráigala del respaldo antes de iniciar: el inicio haría otra, que no abre ni comprueba lo anterior.',
    ),
  )
}
