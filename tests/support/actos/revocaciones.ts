import { must, type Given } from '../registro/candidaturas.ts'
import { elegir, type Equipo, type Problem } from './captura.ts'
import { send, type Answer } from './envios.ts'

export interface ConsentimientoVisto {
  id: string
  avisoVersion: number
  tratamiento: boolean
  publicacion: boolean
  estadistica: boolean
  mecanismo: string
  revision: string
  firmadoEl: string | null
  recibidaEl: string | null
  motivo: string | null
  folio: string | null
  otorgadoEn: string
}

export interface ConsentimientosVistos {
  actual: ConsentimientoVisto | null
  historial: ConsentimientoVisto[]
  revocables: string[]
}

export const CARTA = Buffer.from('%PDF-1.7\nsolicitud firmada CANARIO-DE-SOLICITUD\n%%EOF')
export const MOTIVO = 'Canario-motivo: no quiero que se sepa.'

const pathOf = ({ id }: Given, rest = '') => `/candidaturas/${id}/consentimiento${rest}`

export async function verConsentimientos(equipo: Equipo, of: Given, token: string): Promise<ConsentimientosVistos> {
  return (await send<ConsentimientosVistos>(equipo.test, ['GET', pathOf(of)], { token })).body
}

/** By the persona herself. */
export async function retirar(
  equipo: Equipo,
  of: Given,
  choices: { tratamiento?: boolean; publicacion?: boolean; estadistica?: boolean },
): Promise<Answer<ConsentimientoVisto & Problem & { acuse: { acto: string } }>> {
  const token = await equipo.candidata(of)
  const { id } = must((await verConsentimientos(equipo, of, token)).actual)
  const json = { consentimientoId: id, tratamiento: false, publicacion: false, estadistica: false, ...choices }
  return send(equipo.test, ['POST', pathOf(of, '/retiros')], { token, json })
}

/** Revokes by the Unidad de Transparencia: the consent in force unless `de` names another. */
export async function revocar<T = ConsentimientoVisto & Problem & { acuse: { folio: string } }>(
  equipo: Equipo,
  of: Given,
  { token, de, carta = CARTA, ...fields }: { token: string; de?: string; carta?: Buffer } & Record<string, string | Buffer | undefined>,
): Promise<Answer<T>> {
  const consentimientoId = de ?? must((await verConsentimientos(equipo, of, token)).actual).id
  const texts = { tratamiento: 'false', publicacion: 'false', estadistica: 'false', recibidaEl: '2030-05-02', motivo: MOTIVO, ...fields }
  return send<T>(equipo.test, ['POST', pathOf(of, '/revocaciones')], {
    token,
    form: {
      fields: { consentimientoId, ...(texts as Record<string, string>) },
      file: { field: 'solicitud', name: 's.pdf', content: carta },
    },
  })
}

/** Hands in a form that the persona signed, by the account that captures for her. */
export async function entregarFormato(
  equipo: Equipo,
  of: Given,
  { firmadoEl, ...choices }: { firmadoEl: string; tratamiento?: boolean; publicacion?: boolean; estadistica?: boolean },
): Promise<Answer<ConsentimientoVisto & Problem>> {
  const fields = Object.fromEntries(Object.entries(elegir(choices)).map(([name, value]) => [name, String(value)]))
  return send(equipo.test, ['PUT', pathOf(of)], {
    token: await equipo.captura(of.responsable),
    form: {
      fields: { avisoId: must(equipo.test.loaded.aviso).id, firmadoEl, ...fields },
      file: { field: 'formato', name: 'f.pdf', content: '%PDF-1.7\nfirma\n%%EOF' },
    },
  })
}

export async function aceptarFormato(equipo: Equipo, of: Given, aceptado = true): Promise<Answer> {
  return send(equipo.test, ['POST', pathOf(of, '/revision')], {
    token: await equipo.verificacion(),
    json: { aceptado, ...(aceptado ? {} : { supuesto: 'formato_roto', razon: 'La firma no se distingue.' }) },
  })
}
