import type { TestApp } from '../app.ts'
import { send } from '../actos/envios.ts'

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

/** UTF-8 that a program read as Windows-1252 and saved as UTF-8 again. */
export function dosVecesCodificado(text: string): Buffer {
  return Buffer.from(new TextDecoder('windows-1252').decode(Buffer.from(text, 'utf8')), 'utf8')
}

export interface Importacion {
  id: string
  estatus: string
  falla: string | null
  avance: { hechas: number; total: number } | null
  resumen: { crear: number; cambiar: number; igual: number; rechazar: number; advertir: number }
  encabezados: { titulo: string; ejemplos: string[]; columna: string | null }[]
  acuse: { folio: string } | null
  avisos: string[]
  lectura: { hoja: string; encabezado: number } | null
  fijos: Record<string, string>
  hallazgos: { acentos: number; irreparables: number; mayusculas: number; otrasEntidades: number }
  puedeDeshacer: boolean
  razonesDeshacer: string[]
}

export interface FilaListada {
  fila: number
  veredicto: string
  clave: string | null
  nombre: string | null
  celdas: Record<string, string>
  correcciones: Record<string, string>
  cambios: { campo: string; antes: string | null; despues: string | null }[]
  errores: { columna: string; razon: string }[]
  advertencias: { regla: string | null; texto: string }[]
  hallazgos: { tipo: string; columna: string; antes: string | null; despues: string | null }[]
}

/** Hands in a list as the secretaría, and nothing more. */
export function handIn(test: TestApp, token: string, content: string | Buffer, { name = 'lista.csv', fields = {} } = {}) {
  return send<Importacion>(test, ['POST', '/importaciones'], { token, form: { fields, file: { field: 'archivo', name, content } } })
}

/** Hands in a list and lets the job work: the import as it waits then, or the answer that refused it. */
export async function upload(
  test: TestApp,
  token: string,
  content: string | Buffer,
  options: { name?: string; fields?: Record<string, string> } = {},
) {
  const answer = await handIn(test, token, content, options)
  return answer.status === 202 ? settle(test, token, answer.body.id) : answer
}

/** The import after the job has nothing left to do. */
export async function settle(test: TestApp, token: string, id: string) {
  await test.services.importador.trabajar()
  return send<Importacion>(test, ['GET', `/importaciones/${id}`], { token })
}

/** An act on an import, and the import after the job did its part; or the answer that refused it. */
export async function actOn(
  test: TestApp,
  token: string,
  [id, act]: readonly [
    string,
    'columnas' | 'lectura' | 'valores' | 'correcciones' | 'tratamiento' | 'confirmar' | 'descartar' | 'deshacer',
  ],
  json: object = {},
) {
  const answer = await send<Importacion>(test, ['POST', `/importaciones/${id}/${act}`], { token, json })
  return answer.status === 202 ? settle(test, token, id) : answer
}

export async function filasOf(test: TestApp, token: string, id: string): Promise<FilaListada[]> {
  const { body } = await send<{ elementos: FilaListada[] }>(test, ['GET', `/importaciones/${id}/filas?limite=500`], { token })
  return body.elementos
}

/** Registers candidaturas the way they get in: by an imported list. Gives their ids by clave. */
export async function registrarCandidaturas(test: TestApp, secretaria: string, rows: Row[]): Promise<Map<string, string>> {
  const { body } = await upload(test, secretaria, csvOf(rows))
  if (body.estatus !== 'propuesta' || body.resumen.rechazar > 0)
    throw new Error(JSON.stringify([body, await filasOf(test, secretaria, body.id)]))
  const confirmed = await actOn(test, secretaria, [body.id, 'confirmar'])
  if (confirmed.body.estatus !== 'confirmada') throw new Error(`the list was not confirmed: ${JSON.stringify(confirmed.body)}`)
  const found = (await test.owner.query('select clave, id from captura.candidatura')) as { clave: string; id: string }[]
  return new Map(found.map(({ clave, id }) => [clave, id]))
}
