import type { OrdenRevision } from '@conoceles/domain'
import { startTestApp, type TestApp } from '../../../support/app.ts'
import { must, type Given } from '../../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, guardar, observar, RESPUESTAS, validar, verificar } from '../../../support/actos/captura.ts'
import { packFicticio } from '../../../support/proceso-ficticio/index.ts'
import { pagina, publicar, type Pagina } from '../../../support/publico.ts'
import { AT, ok, responder, resolver, solicitar, vista } from '../../../support/actos/revision.ts'

const FIRST = RESPUESTAS.curricular.compromiso.compromiso
const SECOND = 'Abrir dos talleres de redes, uno en cada orilla, y cuidar el agua del valle entero.'
const THIRD = 'Abrir tres talleres de redes, con las familias de las dos orillas, y cuidar el agua.'

interface Walk {
  test: TestApp
  equipo: Equipo
  of: Given
  /** Public state of the section: its estatus, its text, and whether the institute verified that very text. */
  seen(): Promise<[string, unknown, boolean]>
  page(): Promise<Pagina>
}

async function start(clave: OrdenRevision): Promise<Walk> {
  const { orden, plazoObservacion } = packFicticio.revision
  const test = await startTestApp({
    pack: { ...packFicticio, revision: { orden: { ...orden, clave }, plazoObservacion } },
    ahora: '2030-05-02T10:00:00-07:00',
  })
  const equipo = new Equipo(test)
  const respuestas = { ...RESPUESTAS, identidad: { islas: { islena: 'Sí', isla: 'Isla Grande' }, sierra: { serrana: 'No' } } }
  const of = await givenCapturada(equipo, { respuestas }, 'validada')
  const page = async () => {
    await publicar(test)
    return (await pagina(test, of)).body
  }
  const seen = async (): Promise<[string, unknown, boolean]> => {
    const seccion = must((await page()).secciones.find(({ clave: each }) => each === 'compromiso'))
    return [seccion.estatus, seccion.campos[0]?.valor, seccion.verificadaEn !== null]
  }
  return { test, equipo, of, seen, page }
}

describe('verifying before publishing', () => {
  let walk: Walk
  beforeAll(async () => {
    walk = await start('verificar_y_publicar')
  })
  afterAll(() => walk.test.close())

  it('shows nothing that was only validated, hides what is observed, and shows each text once it was verified', async () => {
    const { equipo, of, seen, page } = walk
    expect(await seen()).toEqual(['en_revision', null, false])
    expect((await page()).distintivos).toEqual([])
    await verificar(equipo, of)
    expect(await seen()).toEqual(['publicada', FIRST, true])
    expect((await page()).distintivos).toMatchObject([{ grupo: 'islena' }])

    await observar(equipo, of)
    expect(await seen()).toEqual(['observada', null, false])
    await guardar(equipo, { of, at: AT }, { version: 1, respuestas: { compromiso: SECOND } })
    await validar(equipo, of)
    expect(await seen()).toEqual(['observada', null, false])
    await verificar(equipo, of)
    expect(await seen()).toEqual(['publicada', SECOND, true])

    ok(await solicitar(equipo, of))
    ok(await resolver(equipo, of, { aceptada: true }))
    await guardar(equipo, { of, at: AT }, { version: 2, respuestas: { compromiso: THIRD } })
    await validar(equipo, of)
    expect(await seen()).toEqual(['publicada', SECOND, true])
    await verificar(equipo, of)
    expect(await seen()).toEqual(['publicada', THIRD, true])
  })
})

describe('publishing on validation, verifying after', () => {
  let walk: Walk
  beforeAll(async () => {
    walk = await start('publicar_al_validar')
  })
  afterAll(() => walk.test.close())

  it('shows what was validated and says that nobody verified it yet, pauses what is observed, and drafts stay out of sight', async () => {
    const { equipo, of, seen, page } = walk
    expect(await seen()).toEqual(['publicada', FIRST, false])
    expect((await page()).distintivos).toMatchObject([{ grupo: 'islena' }])
    await verificar(equipo, of)
    expect(await seen()).toEqual(['publicada', FIRST, true])

    ok(await solicitar(equipo, of))
    ok(await resolver(equipo, of, { aceptada: true }))
    await guardar(equipo, { of, at: AT }, { version: 1, respuestas: { compromiso: SECOND } })
    expect(await seen()).toEqual(['publicada', FIRST, true])
    await validar(equipo, of)
    expect(await seen()).toEqual(['publicada', SECOND, false])
    expect(await vista(equipo, of, await equipo.verificacion())).toMatchObject({
      respuestas: { compromiso: SECOND },
      verificadas: { compromiso: FIRST },
    })

    await observar(equipo, of)
    expect(await seen()).toEqual(['observada', null, false])
    await responder(equipo, of)
    await validar(equipo, of)
    expect(await seen()).toEqual(['observada', null, false])
    await verificar(equipo, of)
    expect(await seen()).toEqual(['publicada', SECOND, true])
  })

  it('a correction may be asked for before the institute verified, for it is public already', async () => {
    const { equipo } = walk
    const of = await givenCapturada(equipo, {}, 'validada')
    expect((await solicitar(equipo, of)).status).toBe(200)
  })
})
