import { buildApp } from '../../../apps/api/src/app.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { hecho } from '../../support/registro/cambios.ts'
import { bloquear } from '../../support/actos/bloqueos.ts'
import { moveReloj, must, sql } from '../../support/registro/candidaturas.ts'
import { consentir, Equipo, givenCapturada, observar, RESPUESTAS } from '../../support/actos/captura.ts'
import { givenConFotografia } from '../../support/actos/fotografias.ts'
import { publicar } from '../../support/publico.ts'
import { CON_PAGINAS } from '../../support/browser/visor.ts'

const DIA = '2030-05-02'
const SI = { ...RESPUESTAS, identidad: { islas: { islena: 'Sí', isla: 'Isla Grande' }, sierra: { serrana: 'No' } } }

let test_: TestApp
let equipo: Equipo

beforeAll(async () => {
  test_ = await startTestApp({ ahora: `${DIA}T10:00:00-07:00`, config: CON_PAGINAS })
  equipo = new Equipo(test_)
})
afterAll(() => test_.close())

/** Published statistics: each corte of everything writes them anew. */
function dichas(): Promise<object[]> {
  return sql(
    test_,
    `select ruta, convert_from(contenido, 'UTF8')::jsonb - 'corte' - 'sal' as dicha from publico.recurso
     where hasta_corte is null and ruta like 'estadisticas/%' and ruta not like '%/csv' order by ruta`,
  )
}

/** Paths that a process which remembers nothing, and has to look at everything, makes other than they are. */
async function distintosDeNuevo(): Promise<string[]> {
  // Another version of a cuestionario, which says the same: what rules for all is new, and all of it is built again.
  await sql(
    test_,
    `insert into captura.cuestionario select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'version', o.version + 1,
       'vigente_desde', $1::text))).* from captura.cuestionario o where o.tipo = 'identidad' order by o.version desc limit 1`,
    [DIA],
  )
  const { server, services } = await buildApp(test_.deps)
  const { numero } = must(await services.publicador.publicar())
  await server.close()
  const rows = await sql<{ ruta: string }>(
    test_,
    `select distinct ruta from publico.recurso where (desde_corte = $1 or hasta_corte = $1) and ruta !~ '^(paginas/)?estadisticas(/|$)' order by ruta`,
    [numero],
  )
  return rows.map(({ ruta }) => ruta)
}

describe('a process that remembers the corte before', () => {
  it('gives after any act what would be made of nothing', async () => {
    const cortes = [must(await publicar(test_)).numero]
    const publish = async () => cortes.push(must(await publicar(test_)).numero)
    const capturada = (nombre: string) => givenCapturada(equipo, { nombre, respuestas: SI })
    const conInsignia = await capturada('Insignia')
    const observada = await capturada('Observada')
    const corregida = await capturada('Corregida')
    const sustituida = await capturada('Sustituida')
    await publish()
    const bloqueada = await givenConFotografia(equipo, { nombre: 'Bloqueada' })
    await publish()
    await moveReloj(test_, '2030-04-01T10:00:00-07:00')
    await publish()
    await moveReloj(test_, `${DIA}T12:00:00-07:00`)
    await publish()
    await consentir(equipo, conInsignia, { publicacion: false })
    await publish()
    await hecho(equipo, { id: corregida.id, hacer: 'corregir' }, { datos: { apodo: 'La Otra', primerApellido: 'Zárate' } })
    await publish()
    await hecho(equipo, { id: sustituida.id, hacer: 'sustituir' })
    await publish()
    await bloquear(equipo, bloqueada)
    await publish()
    await observar(equipo, observada)
    await publish()
    expect(cortes).toEqual(cortes.map((_, n) => must(cortes[0]) + n))
    const antes = await dichas()
    expect(await distintosDeNuevo()).toEqual([])
    expect(antes.length).toBeGreaterThan(5)
    expect(await dichas()).toEqual(antes)
  })
})
