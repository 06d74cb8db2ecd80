import type { TestApp } from '../../support/app.ts'
import { bitacoraOf } from '../../support/acceso.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'
import {
  AGUJA,
  claveDe,
  cuentaDe,
  escribirTextos,
  LIBRO,
  MOTIVO,
  startMesa,
  textoDe,
  verificadas,
  type Codificacion,
  type Mesa,
} from '../../support/actos/codificaciones.ts'
import { send } from '../../support/actos/envios.ts'
import { decidir } from '../../support/actos/estadisticas.ts'
import { connectAs, count, REFUSED } from '../../support/roles.ts'

let test_: TestApp
let secretaria: string
let ana: string
let berta: string
let carla: string
let mesa: Mesa
/** Authors of the texts, in the order of writing; and one who wrote without consenting to statistics. */
let personas: string[]
let sinConsentir: string

beforeAll(async () => {
  ;({ test: test_, mesa, secretaria, ana, berta, carla } = await startMesa())
  ;[sinConsentir = ''] = await verificadas(test_, 1, 'co.tratamiento and not co.estadistica')
  personas = await verificadas(test_, 32)
}, 180_000)
afterAll(() => test_.close())

describe('a codebook', () => {
  it('is of each free text of «Otra» that the identity cuestionario asks for, and of no other question', async () => {
    const { body } = await send<{ elementos: Codificacion[]; necesarios: number }>(test_, ['GET', '/codificaciones'], { token: ana })
    expect(body.elementos.map(({ pregunta }) => pregunta)).toEqual([
      'indigena_pueblo_otro',
      'discapacidad_tipo_otra',
      'discapacidad_dificultad_otra',
      'diversidad_sexual_identidad_otra',
      'migrante_motivo_otro',
    ])
    expect([body.necesarios, body.elementos[4]?.estatus]).toEqual([22, 'borrador'])
    expect((await send(test_, ['GET', '/codificaciones/ingresos_grupo'], { token: ana })).status).toBe(404)
  })

  it('says what it lacks by field, and shows a late writer what was saved', async () => {
    const bad = await mesa.libro(secretaria, 0, [{ nombre: 'Otras', definicion: '' }])
    expect([bad.status, bad.body.errors?.map(({ field }) => field)]).toEqual([400, ['categorias.0.nombre', 'categorias.0.definicion']])
    expect((await mesa.libro(secretaria, 0, LIBRO.slice(0, 1))).status).toBe(200)
    const few = await mesa.pedir(secretaria, ['POST', '/apertura'])
    expect([few.status, few.body.detail]).toEqual([409, 'El libro de códigos necesita al menos 2 categorías, además de «Otras».'])
    expect((await mesa.libro(secretaria, 1, LIBRO)).body.categorias.map(({ clave }) => clave)).toEqual([
      'violencia',
      'salud',
      'arte_y_oficio',
      'otras',
    ])
    const late = await mesa.libro(secretaria, 1, LIBRO)
    expect([late.status, late.body.actual?.version]).toEqual([409, 2])
  })

  it('stays a draft while the texts are too few: then nobody has to read them', async () => {
    await escribirTextos(test_, MOTIVO, new Map(personas.slice(0, 19).map((id, at) => [id, textoDe(at)])))
    const { status, body } = await mesa.pedir(secretaria, ['POST', '/apertura'])
    expect([status, body.estatus, body.intento]).toEqual([200, 'borrador', 0])
    expect(body.sinTextosEn).not.toBeNull()
    expect(await sql(test_, 'select 1 from identidad.codificacion_texto')).toEqual([])
    expect((await mesa.pedir(ana, ['POST', '/plaza'])).status).toBe(409)
  })
})

describe('two people who code', () => {
  it('get the texts of who consented, each once, once the codebook is fixed', async () => {
    const textos = new Map(personas.map((id, at): [string, string] => [id, textoDe(at)]))
    await escribirTextos(test_, MOTIVO, new Map([...textos, [sinConsentir, `${AGUJA}-sin`]]))
    const twice = await Promise.all([1, 2].map(() => mesa.pedir(secretaria, ['POST', '/apertura'])))
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await mesa.ver(secretaria)).toMatchObject({ estatus: 'abierta', intento: 1, plazas: [] })
    expect((await sql(test_, 'select 1 from identidad.codificacion_texto')).length).toBe(personas.length)
    expect((await mesa.libro(secretaria, 2, LIBRO)).status).toBe(409)
  })

  it('are two accounts, and each has one place', async () => {
    const both = await Promise.all([1, 2].map(() => mesa.pedir(ana, ['POST', '/plaza'])))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await mesa.leer(berta)).status).toBe(409)
    expect((await mesa.pedir(berta, ['POST', '/plaza'])).body.plazas).toEqual([
      { numero: 1, propia: false, terminada: false },
      { numero: 2, propia: true, terminada: false },
    ])
    expect((await mesa.pedir(carla, ['POST', '/plaza'])).body.detail).toBe('Las dos plazas ya están tomadas.')
  })

  it('read texts and pseudonyms, in an order of their own, and nothing of whose they are', async () => {
    const [one, other] = await Promise.all([mesa.leer(ana), mesa.leer(berta)])
    const said = one.body.textos.map(({ texto }) => texto)
    expect([...said].sort()).toEqual(personas.map((_, at) => textoDe(at)).sort())
    expect(other.body.textos.map(({ texto }) => texto)).not.toEqual(said)
    expect(Object.keys(must(one.body.textos[0])).sort()).toEqual(['codigo', 'id', 'texto'])
    for (const id of [...personas, sinConsentir]) expect(one.bytes.includes(id)).toBe(false)
    expect(said).not.toContain(`${AGUJA}-sin`)
    for (const token of [secretaria, carla]) expect([403, 409]).toContain((await mesa.leer(token)).status)
  })

  it('leave who read, why and when in the bitácora, and each persona sees it, whether she wrote or not', async () => {
    const entries = await bitacoraOf(test_, 'identidad.codificada')
    expect(entries).toHaveLength(2)
    expect(entries[0]).toMatchObject({
      objeto: { tipo: 'codificacion', id: MOTIVO.campo },
      rol: 'verificacion',
      detalle: { motivo: 'codificacion' },
    })
    const seen = async (candidaturaId: string) => {
      const token = await test_.tokenOf('candidata', { candidaturaId })
      const { body } = await send<{ elementos: { acto: string; veces: number }[] }>(
        test_,
        ['GET', `/candidaturas/${candidaturaId}/lecturas`],
        { token },
      )
      return body.elementos.filter(({ acto }) => acto === 'identidad.codificada').map(({ veces }) => veces)
    }
    const [first = ''] = personas
    const [silent = ''] = await verificadas(test_, 1, `not (p.id = any('{${personas.join(',')}}'))`)
    // An entry of hers comes first: of what was done before she was registered she sees nothing.
    for (const id of [first, silent]) {
      expect(await seen(id)).toEqual((await sql(test_, 'select 1 from bitacora.acto where objeto_id = $1', [id])).length > 0 ? [1, 1] : [])
    }
  })

  it('no row in the clear says whose a text is', async () => {
    const rows = await sql<{ row: string }>(
      test_,
      `select to_jsonb(t)::text || coalesce(to_jsonb(c)::text, '') as row from identidad.codificacion_texto t
       left join identidad.codificacion_codigo c on c.texto_id = t.id`,
    )
    const all = rows.map(({ row }) => row).join()
    for (const id of personas) {
      expect(all).not.toContain(id)
      expect(all).not.toContain(Buffer.from(id).toString('hex'))
    }
  })

  it('code, take a code back, and do not finish before all is coded', async () => {
    const { textos } = (await mesa.leer(ana)).body
    const { id } = must(textos[0])
    expect((await mesa.codificar(ana, id, 'ninguna')).status).toBe(400)
    expect((await mesa.codificar(ana, id, 'salud')).body).toMatchObject({ codificados: 1, total: personas.length })
    expect((await mesa.codificar(ana, id, null)).body).toMatchObject({ codificados: 0 })
    expect((await mesa.codificar(carla, id, 'salud')).status).toBe(409)
    expect((await mesa.codificar(ana, personas[0] as string, 'salud')).status).toBe(409)
    expect((await mesa.pedir(ana, ['POST', '/termino'])).body.detail).toBe(`Faltan ${personas.length} textos por codificar.`)
    await mesa.codificarTodo(ana, claveDe)
    expect((await mesa.pedir(ana, ['POST', '/termino'])).body.plazas[0]).toEqual({ numero: 1, propia: true, terminada: true })
    expect((await mesa.codificar(ana, id, 'salud')).status).toBe(409)
  })

  it('see nothing of one another before both finished, not even by SQL', async () => {
    const client = await connectAs(test_, 'instituto')
    const seenBy = (token: string, rol = 'verificacion') =>
      count(client, { text: 'select 1 from identidad.codificacion_codigo' }, { rol, cuenta: cuentaDe(token) })
    expect([await seenBy(ana), await seenBy(berta), await seenBy(carla), await seenBy(secretaria, 'secretaria')]).toEqual([32, 0, 0, 0])
    expect((await mesa.desacuerdos(berta)).status).toBe(409)
    // Ana finished: her codes are fixed for her too; and nobody codes in the name of another.
    const set = { text: `update identidad.codificacion_codigo set codigo = 'otras'` }
    expect(await count(client, set, { rol: 'verificacion', cuenta: cuentaDe(ana) })).toBe(0)
    const forged = `insert into identidad.codificacion_codigo select id, '${cuentaDe(ana)}', codificacion_id, 'otras', now() from identidad.codificacion_texto limit 1`
    expect(await count(client, { text: forged }, { rol: 'verificacion', cuenta: cuentaDe(berta) })).toBe(REFUSED)
    const late = `update captura.codificacion set categorias = '[]'`
    expect(await count(client, { text: late }, { rol: 'secretaria', cuenta: cuentaDe(secretaria) })).toBe(REFUSED)
    for (const rol of ['comision', 'auditoria', 'secretaria', 'transparencia'])
      expect([rol, await count(client, { text: 'select 1 from identidad.llave' }, { rol, cuenta: cuentaDe(ana) })]).toEqual([rol, 0])
    await client.end()
  })
})

describe('a decision that a persona takes meanwhile', () => {
  it('takes her text and its codes out when she withdraws her consent to statistics', async () => {
    const [gone = ''] = personas
    await decidir(test_, [gone], { estadistica: false, en: test_.deps.clock.now().toString() })
    await test_.services.bitacora.registrar(test_.owner.manager, {
      acto: 'acceso.salida',
      cuentaId: null,
      rol: null,
      objeto: null,
      detalle: { motivo: 'salida' },
    })
    const { textos } = (await mesa.leer(berta)).body
    expect(textos.map(({ texto }) => texto)).not.toContain(textoDe(0))
    const left = async (table: string) => (await sql(test_, `select 1 from identidad.${table}`)).length
    expect([await left('codificacion_texto'), await left('codificacion_codigo')]).toEqual([31, 31])
  })

  it('takes them out with her data key', async () => {
    const [, suprimida = ''] = personas
    await test_.owner.transaction(async (tx) => {
      await tx.query(`select set_config('app.rol', 'transparencia', true)`)
      await tx.query('select identidad.suprimir(array[$1]::uuid[], $2, now())', [suprimida, 'ARCO/2024/001'])
      await test_.services.bitacora.registrar(tx, {
        acto: 'identidad.suprimida',
        cuentaId: null,
        rol: null,
        objeto: null,
        detalle: { candidaturas: [suprimida] },
      })
    })
    await test_.services.codificaciones.codificador.turno()
    expect((await sql(test_, 'select 1 from identidad.codificacion_codigo')).length).toBe(30)
  })

  it('has a text that changed coded again, also by the coder who had finished', async () => {
    const [, , changed = ''] = personas
    const before = must((await mesa.leer(berta)).body.textos.find(({ texto }) => texto === textoDe(2)))
    await escribirTextos(test_, MOTIVO, new Map([[changed, `${AGUJA}-nuevo Violencia`]]))
    await test_.services.bitacora.registrar(test_.owner.manager, {
      acto: 'acceso.salida',
      cuentaId: null,
      rol: null,
      objeto: null,
      detalle: { motivo: 'salida' },
    })
    const after = must((await mesa.leer(berta)).body.textos.find(({ texto }) => texto === `${AGUJA}-nuevo Violencia`))
    expect(after.id).not.toBe(before.id)
    expect((await mesa.ver(ana)).plazas.map(({ terminada }) => terminada)).toEqual([false, false])
    expect((await mesa.leer(ana)).body.textos.filter(({ codigo }) => codigo === null).map(({ id }) => id)).toEqual([after.id])
    await mesa.codificar(ana, after.id, 'violencia')
    expect((await mesa.pedir(ana, ['POST', '/termino'])).status).toBe(200)
  })
})
