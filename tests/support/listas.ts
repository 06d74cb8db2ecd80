import type { TestApp } from './app.ts'
import { send } from './envios.ts'

export type Row = Partial<Record<keyof typeof BLANK, string>>

/** A row of the fictitious proceso that nothing speaks against. */
const BLANK = {
  clave: 'leg-norte-PRIO-1-P',
  cargo: 'legislatura',
  demarcacion: 'norte',
  actor_politico: 'PRIO',
  partido_origen: '',
  numero: '1',
  calidad: 'propietaria',
  nombre: 'Nombre',
  primer_apellido: 'Apellido',
  segundo_apellido: 'Otro',
  apodo: '',
  sexo: 'mujer',
  fecha_nacimiento: '1990-02-28',
  accion_afirmativa: '',
  eleccion_consecutiva: 'no',
  acuerdo_numero: 'VC/ACU/1',
  acuerdo_fecha: '2030-04-01',
}

export function csvOf(rows: Row[]): string {
  const columns = Object.keys(BLANK) as (keyof typeof BLANK)[]
  const lines = rows.map((row) => columns.map((column) => `"${{ ...BLANK, ...row }[column].replaceAll('"', '""')}"`))
  return [columns, ...lines].map((cells) => `${cells.join(',')}\n`).join('')
}

export interface Importacion {
  id: string
  estatus: string
  resumen: { crear: number; cambiar: number; igual: number; rechazar: number }
  filas: {
    fila: number
    veredicto: string
    clave: string | null
    nombre: string | null
    cambios: { campo: string; antes: string | null; despues: string | null }[]
    errores: { columna: string; razon: string }[]
  }[]
}

/** Hands in a list as the secretaría. */
export function upload(test: TestApp, token: string, content: string | Buffer, name = 'lista.csv') {
  return send<Importacion>(test, ['POST', '/importaciones'], { token, form: { file: { field: 'archivo', name, content } } })
}

/** Registers candidaturas the way they get in: by an imported list. Gives their ids by clave. */
export async function registrarCandidaturas(test: TestApp, secretaria: string, rows: Row[]): Promise<Map<string, string>> {
  const { body } = await upload(test, secretaria, csvOf(rows))
  if (body.resumen.rechazar > 0) throw new Error(JSON.stringify(body.filas))
  const { status } = await send(test, ['POST', `/importaciones/${body.id}/confirmar`], { token: secretaria, json: {} })
  if (status !== 200) throw new Error(`the list was not confirmed: ${status}`)
  const found = (await test.owner.query('select clave, id from captura.candidatura')) as { clave: string; id: string }[]
  return new Map(found.map(({ clave, id }) => [clave, id]))
}
