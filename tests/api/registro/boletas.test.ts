import { parseLugar, parseSeccion, textOfLugar } from '@conoceles/domain'
import type { Contienda, Proceso, Territorio } from '../../../apps/visor/src/api-types.ts'
import { resolveBoleta, type KnownBoleta } from '@conoceles/domain/boleta'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must } from '../../support/registro/candidaturas.ts'
import { leer, publicar } from '../../support/publico.ts'
import { paquete } from '../../support/paquete.ts'

const pack = paquete('morelos-2024')
let test_: TestApp
let known: { proceso: Proceso; territorio: Territorio; contiendas: Contienda[] }

beforeAll(async () => {
  test_ = await startTestApp({ pack })
  await publicar(test_)
  const read = async <T>(path: string) => (await leer<T>(test_, path)).body
  const [proceso, territorio, contiendas] = await Promise.all([
    read<Proceso>('proceso'),
    read<Territorio>('territorio'),
    read<{ elementos: Contienda[] }>('contiendas'),
  ])
  known = { proceso, territorio, contiendas: contiendas.elementos }
})
afterAll(() => test_.close())

/** As the voter card prints it ("0312"), by the way that it takes through the visor: form, address, boleta. */
function boletaOf(seccion: string): KnownBoleta {
  const lugar = parseLugar(textOfLugar({ seccion: must(parseSeccion(seccion.padStart(4, '0'))) }))
  const boleta = resolveBoleta({ ...known, lugar: must(lugar) })
  if (boleta.status === 'unknown') throw new Error(`the section ${seccion} is unknown`)
  return boleta
}

const secciones = Object.entries(pack.secciones) as [string, [string, string]][]
const regimenOf = new Map(pack.demarcaciones.map(({ clave, regimen }) => [clave, regimen]))

it('the catalogue has the 945 sections of Morelos, in 36 municipios and 12 districts; 3 municipios elect by sistemas normativos', () => {
  const count = (part: 0 | 1) => new Set(secciones.map(([, place]) => place[part])).size
  expect([secciones.length, count(0), count(1)]).toEqual([945, 36, 12])
  const own = [...new Set(secciones.map(([, [municipio]]) => municipio))].filter((clave) => regimenOf.get(clave) === 'sistemas_normativos')
  expect(own).toHaveLength(3)
})

it('every section gives its contiendas in the order of the ballots; by sistemas normativos no ayuntamiento, and the boleta says so', () => {
  const wrong = secciones.flatMap(([seccion, [municipio, distrito]]) => {
    const own = regimenOf.get(municipio) === 'sistemas_normativos'
    const ayuntamiento = ['presidencia_municipal', 'sindicatura', 'regiduria'].map((cargo) => [cargo, null, municipio])
    const wanted = {
      municipio,
      distrito,
      sistemasNormativos: own,
      contiendas: [
        ['gubernatura', null, null],
        ['diputacion_mr', distrito, null],
        ['diputacion_rp', null, null],
        ...(own ? [] : ayuntamiento),
      ],
    }
    const boleta = boletaOf(seccion)
    const found = {
      municipio: boleta.municipio.clave,
      distrito: boleta.distrito?.clave,
      sistemasNormativos: boleta.sistemasNormativos,
      contiendas: boleta.contiendas.map((each) => [each.cargo, each.distrito, each.municipio]),
    }
    return JSON.stringify(found) === JSON.stringify(wanted) ? [] : [{ seccion, wanted, found }]
  })
  expect(wrong).toEqual([])
})

it('every municipio gives the districts of its sections, and a section that is not of the entidad is unknown', () => {
  for (const { clave } of known.proceso.municipios) {
    const boleta = resolveBoleta({ ...known, lugar: must(parseLugar(textOfLugar({ municipio: clave }))) })
    const wanted = new Set(secciones.filter(([, [municipio]]) => municipio === clave).map(([, [, distrito]]) => distrito))
    expect(boleta.status === 'known' && boleta.distritos.map((each) => each.clave)).toEqual([...wanted].sort())
  }
  expect(resolveBoleta({ ...known, lugar: must(parseLugar('#seccion=9999')) })).toEqual({ status: 'unknown' })
})
