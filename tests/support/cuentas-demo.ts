import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { pack } from '@conoceles/proceso-morelos-2024'
import { createDemoCuentas } from '../../apps/api/src/simulacro/cuentas.ts'
import { pause } from './simulacro-server.ts'

interface DemoAccount {
  correo: string
  contrasena: string
  totp: string | null
}

const ACCOUNTS: DemoAccount[] = createDemoCuentas(pack, { candidaturas: [], capturas: [] })

/** A demonstration account by the first part of its correo ("captura.pan"). */
export function accountOf(user: string): DemoAccount {
  const found = ACCOUNTS.find(({ correo }) => correo.startsWith(`${user}@`))
  if (!found) throw new Error(`there is no demonstration account ${user}`)
  return found
}

const STEP_MS = 30_000
const TRIES = 3
/** Nobody takes so long to enter: whoever kept the turn was killed. */
const TURN_LOST_MS = 90_000

/**
 * Gives `enter` a code of that account until it says that it is inside. A code opens an account only once, and several
 * files of tests enter the same one of the same server at once: they take turns, each with the code after the last.
 */
export async function withCode(url: string, user: string, enter: (codigo: string) => Promise<boolean>): Promise<boolean> {
  const { totp } = accountOf(user)
  if (totp === null) throw new Error(`${user} enters without a code`)
  const turn = join(tmpdir(), `conoceles-codigo-${new URL(url).port}-${user}`)
  await takeTurn(turn)
  try {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const step = Math.max(currentStep(), lastStep(turn) + 1)
      // The server takes the code of the next step too.
      await pause(Math.max(0, (step - 1) * STEP_MS - Date.now()))
      writeFileSync(`${turn}.paso`, String(step))
      if (await enter(new TOTP({ secret: Secret.fromBase32(totp) }).generate({ timestamp: step * STEP_MS }))) return true
    }
    return false
  } finally {
    rmSync(turn, { recursive: true, force: true })
  }
}

function currentStep(): number {
  return Math.floor(Date.now() / STEP_MS)
}

function lastStep(turn: string): number {
  try {
    return Math.min(Number(readFileSync(`${turn}.paso`, 'utf8')), currentStep() + 1)
  } catch {
    return 0
  }
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
