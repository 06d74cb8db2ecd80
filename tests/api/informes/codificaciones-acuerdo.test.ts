import type { TestApp } from '../../support/app.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { AGUJA, claveDe, escribirTextos, LIBRO, Mesa, MOTIVO, startMesa, textoDe, verificadas } from '../../support/actos/codificaciones.ts'
import { send } from '../../support/actos/envios.ts'
import type { Informe } from '../../support/actos/informes.ts'
import { publicar } from '../../support/publico.ts'

let test_: TestApp
let secretaria: string
let ana: string
let berta: string
let carla: string
let mesa: Mesa
let personas: string[]

beforeAll(async () => {
  ;({ test: test_, mesa, secretaria, ana, berta, carla } = await startMesa())
  personas = await verificadas(test_, 30)
  await escribirTextos(test_, MOTIVO, new Map(personas.map((id, at) => [id, textoDe(at)])))
  await mesa.libro(secretaria, 0, LIBRO)
  await mesa.pedir(secretaria, ['POST', '/apertura'])
  for (const token of [ana, berta]) await mesa.pedir(token, ['POST', '/plaza'])
  await mesa.codificarTodo(ana, claveDe)
  await mesa.pedir(ana, ['POST', '/termino'])
}, 180_000)
afterAll(() => test_.close())

describe('a disagreement between coders', () => {
  const differs = (texto: string) => new RegExp(`^${AGUJA}-(4|5|7) `).test(texto)

  it('is seen once both finished, with how far they agreed', async () => {
    await mesa.codificarTodo(berta, (texto) => (differs(texto) ? 'salud' : claveDe(texto)))
    expect((await mesa.pedir(berta, ['POST', '/termino'])).status).toBe(200)
    const { body } = await mesa.desacuerdos(ana)
    expect([body.total, body.iguales]).toEqual([30, 27])
    // Among 30 texts both coders say «salud» 10 times and «violencia» 17; in 3, Ana says «violencia» and Berta «salud».
    expect(Number(body.kappa)).toBeCloseTo((30 * 27 - (10 * 13 + 20 * 17)) / (900 - (10 * 13 + 20 * 17)), 2)
    expect(body.desacuerdos).toHaveLength(3)
    expect(must(body.desacuerdos[0]).codigos.map(({ de, codigo }) => [de, codigo])).toEqual([
      ['usted', 'violencia'],
      ['la_otra', 'salud'],
    ])
    expect((await mesa.desacuerdos(carla)).body.desacuerdos[0]?.codigos.map(({ de }) => de)).toEqual(['primera', 'segunda'])
  })

  it('is not counted before it is settled', async () => {
    const { status, body } = await mesa.pedir(secretaria, ['POST', '/cierre'])
    expect([status, body.code]).toEqual([409, 'codificacion.acto_no_permitido'])
    expect((await mesa.ver(secretaria)).estatus).toBe('abierta')
  })

  it('is settled by the two together, or by a third person', async () => {
    const [one, two, three] = (await mesa.desacuerdos(ana)).body.desacuerdos as { id: string }[]
    const finals = async () => (await mesa.desacuerdos(carla)).body.desacuerdos.map(({ final }) => final)
    expect((await mesa.resolver(ana, must(one).id, 'violencia')).status).toBe(200)
    expect((await mesa.resolver(berta, must(one).id, 'salud')).status).toBe(200)
    expect(await finals()).toEqual([null, null, null])
    expect((await mesa.resolver(berta, must(one).id, 'violencia')).status).toBe(200)
    expect((await mesa.resolver(carla, must(two).id, 'otras')).status).toBe(200)
    expect((await mesa.resolver(carla, must(three).id, 'violencia')).status).toBe(200)
    expect(await finals()).toEqual(['violencia', 'otras', 'violencia'])
    expect((await mesa.resolver(secretaria, must(one).id, 'otras')).status).toBe(403)
    const { textos } = { textos: await sql<{ id: string }>(test_, 'select id from identidad.codificacion_texto') }
    const agreed = must(textos.find(({ id }) => ![one, two, three].some((each) => each?.id === id)))
    expect((await mesa.resolver(ana, agreed.id, 'otras')).body.detail).toBe('En este texto las dos personas coincidieron.')
  })
})

describe('the result of a coding', () => {
  let corte: Informe
  let acuerdo: { porcentaje: number; kappa: string | null }

  it('is counted once, as true intervals, and nothing of any text is left', async () => {
    const twice = await Promise.all([1, 2].map(() => mesa.pedir(secretaria, ['POST', '/cierre'])))
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409])
    const { resultado, estatus } = await mesa.ver(secretaria)
    expect(estatus).toBe('cerrada')
    // 19 «violencia», 10 «salud», 1 «otras»; «arte y oficio» nobody. One of the 30 is left over by the lote of 29, by chance: one on which
    // both agreed, or one of the three others.
    expect(resultado).toEqual({
      contados: 29,
      categorias: [
        expect.objectContaining({ clave: 'violencia', minimo: 15, maximo: 21 }),
        expect.objectContaining({ clave: 'salud', minimo: 8, maximo: 14 }),
        expect.objectContaining({ clave: 'otras', minimo: 0, maximo: 7 }),
      ],
      reunidas: ['Arte y oficio'],
      acuerdo: expect.anything(),
    })
    acuerdo = must(resultado?.acuerdo)
    expect([
      { porcentaje: 90, kappa: '0.8' },
      { porcentaje: 95, kappa: '0.9' },
    ]).toContainEqual(acuerdo)
    for (const table of ['texto', 'codigo', 'voto']) expect(await sql(test_, `select 1 from identidad.codificacion_${table}`)).toEqual([])
    expect((await mesa.leer(ana)).status).toBe(409)
    expect((await mesa.pedir(secretaria, ['POST', '/reinicio'], { json: { razon: 'Para ver qué cambia ahora.' } })).status).toBe(409)
    await expect(sql(test_, `update captura.codificacion set resultado = '{}'`)).rejects.toThrow('no se altera')
  })

  it('is frozen into the final informe, with its method and with the questions that were not coded', async () => {
    const { status, body } = await send<{ informe: Informe }>(test_, ['POST', '/informes/informe-final/cortes'], {
      token: secretaria,
      json: {},
    })
    expect(status).toBe(201)
    corte = body.informe
    const tabla = (clave: string) => must(corte.tablas.find((each) => each.clave === clave))
    expect(tabla('codificacion').filas.map(({ clave, celdas }) => [clave, celdas[0]?.slice(0, 13), ...celdas.slice(1)])).toEqual([
      ...['indigena_pueblo_otro', 'discapacidad_tipo_otra', 'discapacidad_dificultad_otra', 'diversidad_sexual_identidad_otra'].map(
        (clave) => [clave, 'No se codificó'.slice(0, 13), '—', '—', '—'],
      ),
      [MOTIVO.campo, 'Se contó el s', '29', String(acuerdo.porcentaje), acuerdo.kappa],
    ])
    expect(tabla(`codificacion-${MOTIVO.campo}`).filas.map(({ nombre, celdas }) => [nombre, celdas[0]])).toEqual([
      ['Violencia', '15 a 21'],
      ['Salud', '8 a 14'],
      ['Otras', 'A lo más 7'],
    ])
    expect(corte.metodo.join(' ')).toMatch(/dos personas con rol de verificación.*kappa de Cohen \(1960\)/)
    expect(corte.metodo.join(' ')).not.toContain('no tiene todavía')
  })

  it('is the same bytes again, and says no text and nobody', async () => {
    const made = await send<{ informe: Informe }>(test_, ['POST', '/informes/informe-final/emisiones'], {
      token: secretaria,
      json: { corte: 1 },
    })
    expect(made.status).toBe(201)
    for (const formato of ['pdf', 'docx', 'xlsx']) {
      const [one, again] = await Promise.all(
        [1, 2].map(() => send(test_, ['GET', `/informes/informe-final/emisiones/1/${formato}`], { token: secretaria })),
      )
      expect([formato, must(one).status, must(one).bytes.equals(must(again).bytes)]).toEqual([formato, 200, true])
    }
    const { bytes } = await send(test_, ['GET', '/informes/informe-final/cortes/1/datos'], { token: secretaria })
    expect(bytes.includes(AGUJA)).toBe(false)
  })

  it('and not a byte of the texts is in anything public, in the bitácora, or in what others are answered', async () => {
    await publicar(test_)
    const recursos = await sql<{ ruta: string; contenido: Buffer }>(
      test_,
      'select ruta, contenido from publico.recurso where contenido is not null',
    )
    expect(recursos.length).toBeGreaterThan(700)
    for (const { ruta, contenido } of recursos) expect([ruta, contenido.includes(AGUJA)]).toEqual([ruta, false])
    const bitacora = await sql<{ contenido: string }>(test_, 'select contenido from bitacora.acto')
    expect(bitacora.some(({ contenido }) => contenido.includes(AGUJA))).toBe(false)
    for (const token of [secretaria, await test_.tokenOf('comision'), await test_.tokenOf('auditoria')]) {
      const answers = await Promise.all([send(test_, ['GET', '/codificaciones'], { token }), mesa.pedir(token, ['GET', ''])])
      expect(answers.map(({ status, bytes }) => [status, bytes.includes(AGUJA)])).toEqual([
        [200, false],
        [200, false],
      ])
    }
  })
})

describe('a coding that is given up', () => {
  it('goes back to its codebook without a text or a code, and says so when it is opened again', async () => {
    const otra = new Mesa(test_, 'discapacidad_tipo_otra')
    await otra.libro(secretaria, 0, LIBRO)
    await sql(test_, `delete from identidad.respuesta where pregunta = 'discapacidad_tipo_otra'`)
    const de = { de: 'discapacidad_tipo', opcion: 'Otra', campo: 'discapacidad_tipo_otra' }
    await escribirTextos(test_, de, new Map(personas.slice(0, 25).map((id, at) => [id, textoDe(at)])))
    await otra.pedir(secretaria, ['POST', '/apertura'])
    for (const token of [ana, berta]) await otra.pedir(token, ['POST', '/plaza'])
    const { textos } = (await otra.leer(ana)).body
    await otra.codificar(ana, must(textos[0]).id, 'salud')
    expect((await otra.pedir(secretaria, ['POST', '/reinicio'], { json: { razon: 'corta' } })).status).toBe(400)
    const { body } = await otra.pedir(secretaria, ['POST', '/reinicio'], { json: { razon: 'El libro no alcanzaba.' } })
    expect([body.estatus, body.plazas]).toEqual(['borrador', []])
    for (const table of ['texto', 'codigo']) expect(await sql(test_, `select 1 from identidad.codificacion_${table}`)).toEqual([])
    expect((await otra.pedir(secretaria, ['POST', '/apertura'])).body).toMatchObject({ estatus: 'abierta', intento: 2 })
  })

  it('is opened by the next turn when the process that opened it was killed in between', async () => {
    const otra = new Mesa(test_, 'discapacidad_tipo_otra')
    await otra.pedir(secretaria, ['POST', '/reinicio'], { json: { razon: 'Otra vez, por el libro.' } })
    await sql(test_, `update captura.codificacion set estatus = 'reuniendo' where pregunta = 'discapacidad_tipo_otra'`)
    await test_.services.codificaciones.codificador.turno()
    expect(await otra.ver(secretaria)).toMatchObject({ estatus: 'abierta', intento: 3 })
  })

  it('is passed to the key in force when the key ring is rotated', async () => {
    const { resealTextos } = await import('../../../apps/api/src/modules/informes/codificaciones/index.ts')
    const { llavero } = test_.deps.secretos
    const next = { kid: 'k9', key: Buffer.alloc(32, 9) }
    const both = { ...next, conId: (kid: string) => (kid === 'k9' ? next : llavero.conId(kid)), vivas: () => [next, ...llavero.vivas()] }
    const done = await test_.owner.transaction((tx) => resealTextos(tx, both, 100))
    expect(done).toBe(25)
    Object.assign(test_.deps.secretos, { llavero: both })
    const otra = new Mesa(test_, 'discapacidad_tipo_otra')
    await otra.pedir(ana, ['POST', '/plaza'])
    expect((await otra.leer(ana)).body.textos).toHaveLength(25)
  })
})
