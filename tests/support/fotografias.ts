import sharp from 'sharp'
import type { Given, GivenCandidatura } from './candidaturas.ts'
import { givenCapturada, validar, verificar, type Equipo } from './captura.ts'
import { send } from './envios.ts'

export const TEXTO_ALTERNATIVO = 'Retrato de frente'

/** Verified, with a photograph: it is no answer of identity, and stays. */
export async function givenConFotografia(equipo: Equipo, given: GivenCandidatura): Promise<Given> {
  const of = await givenCapturada(equipo, given, 'completa')
  const content = await sharp({ create: { width: 450, height: 600, channels: 3, background: '#336699' } })
    .jpeg()
    .toBuffer()
  const fields = { textoAlternativo: TEXTO_ALTERNATIVO, tomadaEn: '2030-04-20' }
  const form = { fields, file: { field: 'archivo', name: 'yo.jpg', content } }
  await send(equipo.test, ['PUT', `/candidaturas/${of.id}/fotografia`], { token: await equipo.captura(of.responsable), form })
  await validar(equipo, of)
  await verificar(equipo, of)
  return of
}
