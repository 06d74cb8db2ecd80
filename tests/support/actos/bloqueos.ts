import type { Given } from '../registro/candidaturas.ts'
import type { Equipo } from './captura.ts'
import { send } from './envios.ts'

/** All of a persona blocked: proposed by the Unidad de Transparencia, confirmed by the secretaría. */
export async function bloquear(equipo: Equipo, { id }: Given): Promise<void> {
  const json = {
    ...{ candidaturaId: id, alcance: 'persona', clave: null, base: 'riesgo', autoridad: null, orden: null },
    ...{ motivo: 'Un motivo de riesgo', documentoId: null, hasta: null },
  }
  const token = await equipo.test.tokenOf('transparencia')
  const { body } = await send<{ bloqueo: { id: string; version: number } }>(equipo.test, ['POST', '/bloqueos'], { token, json })
  const decision = { version: body.bloqueo.version, acto: 'confirmar', motivo: null }
  const confirmar = { token: await equipo.secretaria(), json: decision }
  const { status, bytes } = await send(equipo.test, ['POST', `/bloqueos/${body.bloqueo.id}/decidir`], confirmar)
  if (status !== 200) throw new Error(`bloquear: ${status} ${bytes.toString()}`)
}
