import type { Contienda, Proceso, Territorio } from '../../../apps/visor/src/api-types.ts'
import { comunidadOf, hojasOf, resolveBoleta } from '@conoceles/domain/boleta'
import { cuantasEn, cuantasEnEntidad } from '../../../apps/visor/src/shared/lugar/cuantas.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { paquete } from '../../support/paquete.ts'
import { packFicticio } from '../../support/proceso-ficticio/index.ts'
import { leer, publicar } from '../../support/publico.ts'

interface Known {
  proceso: Proceso
  territorio: Territorio
  contiendas: Contienda[]
}

/** Counts the sheets of a municipio, in each of its districts. */
function deHojas({ proceso, ...known }: Known, { clave: municipio }: { clave: string }) {
  const open = resolveBoleta({ proceso, ...known, lugar: { municipio } })
  const distritos = open.status === 'known' ? open.distritos : []
  const all = distritos.map(({ clave: distrito }) => {
    const boleta = resolveBoleta({ proceso, ...known, lugar: { municipio, distrito } })
    const hojas = boleta.status === 'known' ? hojasOf(boleta.contiendas, proceso.boletas).map(comunidadOf) : []
    return {
      deTodos: hojas.filter((comunidad) => comunidad === null).length,
      conComunidad: hojas.some((comunidad) => comunidad !== null),
    }
  })
  return [...new Set(all.map((each) => JSON.stringify(each)))].map((each) => JSON.parse(each) as object)
}

describe.each([
  { clave: 'morelos-2024', pack: paquete('morelos-2024'), entidad: { deTodos: 3, conComunidad: false, menos: true } },
  { clave: 'morelos-2027', pack: paquete('morelos-2027'), entidad: { deTodos: 2, conComunidad: false, menos: true } },
  { clave: 'with comunidades', pack: packFicticio, entidad: { deTodos: 2, conComunidad: true, menos: true } },
])('the ballots of a voter, $clave', ({ pack, entidad }) => {
  let test_: TestApp
  let known: Known

  beforeAll(async () => {
    test_ = await startTestApp({ pack, ahora: `${pack.jornada}T10:00:00-06:00` })
    await publicar(test_)
    const read = async <T>(path: string) => (await leer<T>(test_, path)).body
    const { elementos: contiendas } = await read<{ elementos: Contienda[] }>('contiendas')
    known = { proceso: await read('proceso'), territorio: await read('territorio'), contiendas }
  })
  afterAll(() => test_.close())

  it('are as many in every municipio as the sheets that the visor shows there', () => {
    for (const municipio of known.proceso.municipios) expect([cuantasEn(known.proceso, municipio)]).toEqual(deHojas(known, municipio))
  })

  it('are told for the whole entidad', () => {
    expect(cuantasEnEntidad(known.proceso)).toEqual(entidad)
  })

  it('are as many while nobody on them is published', () => {
    const [municipio] = known.proceso.municipios
    const abiertas = known.proceso.cargos.map((cargo) => ({ ...cargo, abierta: false }))
    expect(municipio && cuantasEn({ ...known.proceso, cargos: abiertas }, municipio).deTodos).toBe(entidad.deTodos)
  })
})
