import { readPublic } from './camino.ts'
import { enterApi, type ApiAccount } from '../servidor/simulacro-server-api.ts'
import { pause } from '../servidor/simulacro-server.ts'

/** Nobody of the simulacro. */
export const ENTRA = {
  nombre: 'Xochiquetzal Ensayo',
  primerApellido: 'Relevo',
  sexo: 'mujer',
  fechaNacimiento: '1988-08-08',
  nombreCompleto: 'Xochiquetzal Ensayo Relevo',
} as const

interface Pagina {
  id: string
  nombre: string
  municipio: string
  estatus: string
  planilla: { id: string; calidad: string }[]
}

export interface Salidas {
  cancelada: Pagina
  /** Another one of the same planilla; still there. */
  companera: string
  sustituida: Pagina
  /** Candidatura of the persona who took the place. */
  entra: string
}

/** One sindicatura struck out and another substituted, by the acts of the secretaría, once the visor shows them. */
export async function givenSalidas(url: string): Promise<Salidas> {
  const secretaria = await enterApi(url, 'secretaria')
  const { ahora } = (await secretaria.get<{ reloj: { ahora: string } }>('/proceso')).body.reloj
  const act = { hoy: ahora.slice(0, 10), acuerdoId: await newAcuerdo(secretaria, ahora) }
  const [first, second] = await verified(url)
  if (!first || !second) throw new Error('the simulacro has no two verified sindicaturas')
  await hacer(secretaria, { ...act, id: first, acto: 'cancelar' })
  const { nombreCompleto: _whole, ...entra } = ENTRA
  const { candidaturaId } = await hacer(secretaria, { ...act, id: second, acto: 'sustituir', entra })
  const [cancelada, sustituida] = [await left(url, first), await left(url, second)]
  const companera = cancelada.planilla.find(({ calidad }) => calidad === 'propietaria')?.id
  if (!companera || !candidaturaId) throw new Error('the cancelled candidatura has no planilla, or nobody entered')
  return { cancelada, companera, sustituida, entra: candidaturaId }
}

async function newAcuerdo(secretaria: ApiAccount, aprobadoEn: string): Promise<string> {
  const numero = `ENSAYO/SALIDAS/${Date.now()}`
  const json = { numero, organo: 'pleno', aprobadoEn, asunto: 'Cambios de ensayo en dos planillas' }
  const { status, body } = await secretaria.post<{ id: string }>('/acuerdos', json)
  if (status !== 201) throw new Error(`no acuerdo: ${JSON.stringify(body)}`)
  return body.id
}

/** From the end of the list: other tests look at its beginning. */
async function verified(url: string): Promise<string[]> {
  const { elementos } = await readPublic<{ elementos: { id: string; calidad: string; estatus: string; conPropuestas: boolean }[] }>(
    url,
    '/candidaturas?cargo=sindicatura&calidad=propietaria&conPropuestas=true&estatus=aprobada&limite=50',
  )
  return elementos.reverse().map(({ id }) => id)
}

interface Acto {
  id: string
  acto: string
  acuerdoId: string
  hoy: string
  entra?: object
}

async function hacer(secretaria: ApiAccount, { id, acto, hoy, ...more }: Acto): Promise<{ candidaturaId?: string }> {
  const { version } = (await secretaria.get<{ version: number }>(`/candidaturas/${id}`)).body
  const json = { version, causa: 'renuncia', efectosDesde: hoy, ...more }
  const { status, body } = await secretaria.post<{ candidaturaId?: string }>(`/candidaturas/${id}/${acto}`, json)
  if (status !== 200) throw new Error(`${acto}: ${JSON.stringify(body)}`)
  return body
}

async function left(url: string, id: string): Promise<Pagina> {
  for (let waited = 0; waited < 20_000; waited += 200) {
    const page = await readPublic<Pagina>(url, `/candidaturas/${id}`)
    if (page.estatus !== 'aprobada') return page
    await pause(200)
  }
  throw new Error('the visor never showed who left')
}
