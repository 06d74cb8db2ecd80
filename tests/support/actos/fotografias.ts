import sharp from 'sharp'
import type { Given } from '../registro/candidaturas.ts'
import { givenCapturada, validar, verificar, type Equipo } from './captura.ts'
import { send } from './envios.ts'

export const TEXTO_ALTERNATIVO = 'Retrato de frente'

/** Verified, with a photograph: it is no answer of identity, and stays. */
export async function givenConFotografia(equipo: Equipo, given: Parameters<typeof givenCapturada>[1]): Promise<Given> {
  const of = await givenCapturada(equipo, given, 'completa')
  await fotografiar(equipo, of)
  await validar(equipo, of)
  await verificar(equipo, of)
  return of
}

/** A photograph of one plain colour. */
export async function fotografiar(equipo: Equipo, of: Given, background = '#336699'): Promise<void> {
  const content = await sharp({ create: { width: 450, height: 600, channels: 3, background } })
    .jpeg()
    .toBuffer()
  const fields = { textoAlternativo: TEXTO_ALTERNATIVO, tomadaEn: '2030-04-20' }
  const form = { fields, file: { field: 'archivo', name: 'yo.jpg', content } }
  await send(equipo.test, ['PUT', `/candidaturas/${of.id}/fotografia`], { token: await equipo.captura(of.responsable), form })
}
