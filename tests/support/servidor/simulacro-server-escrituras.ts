import { randomUUID } from 'node:crypto'
import { canonical, sha256 } from '../../../apps/api/src/shared/criptografia/canonical.ts'
import type { Answer, ApiAccount } from './simulacro-server-api.ts'
import { pause } from './simulacro-server.ts'

export interface Place {
  account: ApiAccount
  candidaturaId: string
  seccion: string
}

/** A save that the server said it had received. */
export interface Acknowledged extends Omit<Place, 'account'> {
  version: number
  respuestas: object
  folio: string
  /** Whether the acuse has the hash of the sent content: that very content was acknowledged. */
  genuine: boolean
}

interface Saved {
  version: number
  acuse: { folio: string; sha256: string; sal: string }
  code?: string
}

const ANSWERS: Record<string, (mark: string) => object> = {
  contacto: (mark) => ({ facebook: `https://facebook.com/${mark}` }),
  estudios: (mark) => ({ escolaridad: 'Primaria', cursos: [`Curso ${mark}`] }),
  historia: (mark) => ({ historia_profesional: `Historia ${mark}` }),
  trayectoria: (mark) => ({ trayectoria: `Trayectoria ${mark}`, motivo: `Motivo ${mark}` }),
  propuestas: (mark) => ({ propuesta_1: `Propuesta ${mark}`, propuesta_2: `Otra ${mark}` }),
}
export const SECCIONES = Object.keys(ANSWERS)

/** Saves a section several times, one version after the other, each with a key of its own repeated until the server answers. */
export async function keepSaving(place: Place, times: number, acknowledge: (saved: Acknowledged) => void): Promise<void> {
  const { candidaturaId, seccion } = place
  for (let version = 0; version < times; version += 1) {
    const respuestas = ANSWERS[seccion]?.(`${candidaturaId.slice(0, 8)}-${version + 1}`) ?? {}
    const { acuse, ...saved } = await saveUntilAnswered(place, { version, respuestas })
    const received = { candidatura: candidaturaId, cuestionario: 'curricular', seccion, version: saved.version, respuestas }
    const genuine = acuse.sha256 === sha256(acuse.sal + canonical(received))
    acknowledge({ candidaturaId, seccion, version: saved.version, respuestas, folio: acuse.folio, genuine })
  }
}

/** Only "not now" is tried again: no answer at all, or a 503. */
async function saveUntilAnswered({ account, candidaturaId, seccion }: Place, content: object): Promise<Saved> {
  const headers = { 'idempotency-key': randomUUID() }
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await account
      .put<Saved>(`/candidaturas/${candidaturaId}/captura/curricular/${seccion}`, content, headers)
      .catch((): Answer<null> => ({ status: 0, body: null }))
    if (answer.status === 200 && answer.body) return answer.body
    if (answer.status !== 0 && answer.status !== 503) throw new Error(`a save was refused: ${answer.status} ${JSON.stringify(answer.body)}`)
    await pause(50 + Math.random() * 200)
  }
  throw new Error('the server did not come back')
}
