import { mkdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { createDemoCuentas } from '../../apps/api/src/simulacro/cuentas.ts'
import { askDatabase, folderAt } from './servidor/simulacro-server-base.ts'
import { pause } from './servidor/simulacro-server.ts'
import { packEnCaptura as pack } from './paquete.ts'

interface DemoAccount {
  nombre: string
  correo: string
  contrasena: string
  totp: string
}

const ACCOUNTS: DemoAccount[] = createDemoCuentas(pack, { candidaturas: [], capturas: [] })

/** A demonstration account by the first part of its correo ("captura.pan"). */
export function accountOf(user: string): DemoAccount {
  const found = ACCOUNTS.find(({ correo }) => correo.startsWith(`${user}@`))
  if (!found) throw new Error(`there is no demonstration account ${user}`)
  return found
}

const TRIES = 3
const FORGET_CODE = 'update acceso.factor set totp_ultimo_paso = null where cuenta_id in (select id from acceso.cuenta where correo = $1)'
/** Nobody takes so long to enter: the process that kept the turn was killed. */
const TURN_LOST_MS = 90_000

/**
 * Gives `enter` a code of that account until it says that it is inside. Several files of tests enter the same account of the same server at once,
 * and a code opens an account only once in its half minute: they take turns, and for each the account forgets the code before.
 */
export async function withCode(url: string, user: string, enter: (codigo: string) => Promise<boolean>): Promise<boolean> {
  const { correo, totp } = accountOf(user)
  const turn = join(tmpdir(), `conoceles-codigo-${new URL(url).port}-${user}`)
  await takeTurn(turn)
  try {
    for (let tries = 0; tries < TRIES; tries += 1) {
      await askDatabase(folderAt(url), FORGET_CODE, [correo])
      if (!(await enter(new TOTP({ secret: Secret.fromBase32(totp) }).generate()))) continue
      await keepFactor(url, correo)
      return true
    }
    return false
  } finally {
    rmSync(turn, { recursive: true, force: true })
  }
}

/** The factor of the newest session stays recent however long a test takes. */
export async function keepFactor(url: string, correo: string): Promise<void> {
  await askDatabase(
    folderAt(url),
    `update acceso.familia set factor_en = now() + interval '8 hours' where id = (
       select f.id from acceso.familia f join acceso.cuenta c on c.id = f.cuenta_id where c.correo = $1 order by f.creada_en desc limit 1)`,
    [correo],
  )
}

async function takeTurn(turn: string): Promise<void> {
  for (;;) {
    try {
      mkdirSync(turn)
      return
    } catch {
      const since = statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
      if (Date.now() - since > TURN_LOST_MS) rmSync(turn, { recursive: true, force: true })
      await pause(50)
    }
  }
}
