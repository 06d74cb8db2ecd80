import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../../../apps/api/src/config.ts'
import { startTestApp, type TestApp } from '../app.ts'
import { openBuzon, type Buzon } from '../servidor/buzon.ts'
import { moveReloj, sql } from '../registro/candidaturas.ts'

export interface Fila {
  clave: string
  tipo: string
  rol: string
  estatus: string
  intentos: number
  falla: string | null
  entregable: string | null
}

/** The application with a mailbox that it delivers to. */
export async function startRecordatorios(config: Partial<Config> = {}): Promise<{ test: TestApp; buzon: Buzon }> {
  const buzon = await openBuzon()
  const correo = { url: buzon.url, remitente: 'Conóceles <conoceles@prueba.example>' }
  const test = await startTestApp({ config: { correo, datos: mkdtempSync(join(tmpdir(), 'recordatorios-')), ...config } })
  return { test, buzon }
}

/** Nothing was sent, said nor done yet; the clock stands where the test wants it. */
export async function begin({ test, buzon }: { test: TestApp; buzon: Buzon }, ahora: string): Promise<void> {
  for (const table of ['recordatorio', 'enterada', 'preferencia_recordatorio', 'cumplimiento'])
    await sql(test, `delete from captura.${table}`)
  await moveReloj(test, ahora)
  Object.assign(buzon, { conducta: 'acepta', antes: null })
  buzon.recibidos.length = 0
}

export function filas(test: TestApp): Promise<Fila[]> {
  return sql<Fila>(test, 'select clave, tipo, rol, estatus, intentos, falla, entregable from captura.recordatorio order by clave')
}

/** The parts of a message as their reader sees them: quoted-printable undone. */
export function simpleDecode(crudo: string): string {
  const bytes = crudo.replaceAll(/=\r?\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
