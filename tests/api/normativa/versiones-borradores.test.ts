import { randomUUID } from 'node:crypto'
import { addQuestion, addSection, updateQuestion } from '@conoceles/cuestionarios'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { givenAcuerdo } from '../../support/registro/cambios.ts'
import { sql } from '../../support/registro/candidaturas.ts'
import { Equipo, givenCapturada, guardar, RESPUESTAS, verSeccion } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { connectAs, count, REFUSED } from '../../support/roles.ts'
import { AHORA, PACK } from '../../support/actos/sesiones.ts'
import { COMISION, expectOk, guionDe, preguntaDe, Taller, TEXTO } from '../../support/actos/versiones.ts'
import { givenVoto } from '../../support/votos.ts'

let test_: TestApp
let equipo: Equipo
let taller: Taller

beforeAll(async () => {
  test_ = await startTestApp({ pack: PACK, ahora: AHORA })
  equipo = new Equipo(test_)
  taller = new Taller(equipo)
})
afterAll(() => test_.close())

describe('a draft', () => {
  it('is kept with its contradictions, told with their place, and not approved until they are gone', async () => {
    const draft = await taller.desdeVigente('curricular')
    const wrong = addQuestion(addSection(guionDe(draft), 'vacia', { titulo: 'Vacía', descripcion: null }), 'oficio', {
      clave: 'nuevo',
      pregunta: { ...TEXTO, enum: [], 'x-grupo': 'nadie' },
    })
    const kept = await taller.guardado(draft, { schema: wrong.schema, uischema: wrong.uischema })
    expect(kept.fallas.map(({ seccion: at, campo }) => [at, campo])).toEqual([
      ['oficio', 'nuevo'],
      ['vacia', null],
      ['oficio', 'nuevo'],
    ])
    expect(kept.diferencias.filter(({ clase }) => clase === 'agregada').map(({ campo }) => campo)).toEqual([null, 'nuevo'])
    const refused = await taller.aprobar(kept, COMISION)
    expect([refused.status, refused.body.detail]).toEqual([409, 'El cuestionario se contradice: corrija lo señalado.'])
    const same = await taller.guardado(kept, { schema: draft.schema, uischema: draft.uischema })
    expect((await taller.aprobar(same, COMISION)).body.detail).toBe('No cambia nada de la versión que rige.')
  })

  it('is refused where it is no cuestionario; who saved second sees what was saved first, and a repeated save is one', async () => {
    const draft = await taller.desdeVigente('identidad')
    expect(await taller.guardar(draft, { schema: { type: 'object', properties: { a: 1 } } })).toMatchObject({
      status: 422,
      body: { code: 'borrador.forma_invalida', errors: [{ field: '/schema/properties/a' }] },
    })
    expect((await taller.guardar(draft, { cargos: ['nadie'] })).status).toBe(400)
    await taller.guardado(draft, { titulo: 'Primero' })
    expect(await taller.guardar(draft, { titulo: 'Segundo' })).toMatchObject({
      status: 409,
      body: { actual: { titulo: 'Primero', version: 2 } },
    })
    const now = await taller.ver(draft.id)
    const key = { 'idempotency-key': randomUUID() }
    const twice = [
      await taller.acto(now, 'descartar', { motivo: 'No hace falta' }, key),
      await taller.acto(now, 'descartar', { motivo: 'No hace falta' }, key),
    ]
    expect(twice.map(({ status, body }) => [status, body.borrador.version])).toEqual([
      [200, 3],
      [200, 3],
    ])
  })

  it('is refused with a pattern that an answer could hold the server by, and keeps one that takes linear time', async () => {
    const draft = await taller.desdeVigente('curricular')
    const asking = (pattern: string) =>
      taller.guardar(
        draft,
        updateQuestion(guionDe(draft), 'oficio', { ...preguntaDe(draft, 'oficio'), pattern, 'x-mensaje': 'Diez dígitos' }),
      )
    for (const slow of ['^(a+)+$', '(.*)*x$', '^([a-zA-Z]+)*$']) {
      const { status, body } = await asking(slow)
      expect([slow, status, body.code, body.errors]).toEqual([
        slow,
        422,
        'borrador.formato_lento',
        [{ field: 'oficio', reasons: [expect.stringContaining('tardaría minutos')] }],
      ])
      expect(body.detail).toContain('«oficio»')
    }
    expect(await taller.ver(draft.id)).toMatchObject({ version: 1 })
    expect((await asking('^[0-9]{10}$')).status).toBe(200)
  })

  it('is approved by an acuerdo of the Comisión alone, goes back to be changed, and is not activated before its day', async () => {
    const draft = await taller.desdeVigente('curricular')
    const changed = await taller.guardado(
      draft,
      updateQuestion(guionDe(draft), 'oficio', { ...preguntaDe(draft, 'oficio'), title: 'Quehacer' }),
    )
    expect((await taller.aprobar(changed, { ...COMISION, organo: 'concejo' })).body.errors?.map(({ field }) => field)).toEqual([
      'acuerdoId',
    ])
    const approved = expectOk(await taller.aprobar(changed, { ...COMISION, vigenteDesde: '2030-06-01' })).body.borrador
    expect((await taller.acto(approved, 'proponer')).body.detail).toBe('Todavía no llega el día en que entra en vigor.')
    expect((await taller.guardar(approved, { titulo: 'Otro' })).body.detail).toMatch(/ya lo aprobó/)
    const back = expectOk(await taller.acto(approved, 'devolver', { motivo: 'Falta una opción' })).body.borrador
    expect(back).toMatchObject({ estatus: 'borrador', vigenteDesde: null })
    expect(back.historia.map(({ acto: name }) => name)).toEqual(['crear', 'aprobar', 'devolver'])
  })
})

describe('the approval of a version', () => {
  const MOTIVO = 'La Comisión lo aprobó antes de usar el sistema.'
  const vigenteDesde = '2030-05-20'
  const cambiada = async (title: string) => {
    const draft = await taller.desdeVigente('curricular')
    return taller.guardado(draft, updateQuestion(guionDe(draft), 'oficio', { ...preguntaDe(draft, 'oficio'), title }))
  }
  const votado = async (materia: string | null, en: string) => {
    const acuerdo = await givenAcuerdo(equipo, { organo: 'comite', aprobadoEn: en, asunto: 'Se aprueba otra versión' })
    return { acuerdoId: acuerdo.id, ...(await givenVoto(equipo, 'comite', { materia, en, acuerdo })) }
  }

  it('is the acuerdo that was voted on its own point after it was saved, and says which point', async () => {
    const draft = await cambiada('Ocupación')
    const ahora = test_.deps.clock.now().toString()
    const own = await votado(`cuestionario:${draft.id}`, ahora)
    for (const { acuerdoId } of [
      await votado(null, ahora),
      await votado(`aviso:${draft.id}`, ahora),
      await votado(`cuestionario:${draft.id}`, '2030-05-02T09:00:00-07:00'),
    ]) {
      // prettier-ignore
      const refused = await taller.acto(draft, 'aprobar', { acuerdoId, vigenteDesde })
      expect([refused.status, refused.body.errors?.map(({ field }) => field)]).toEqual([400, ['motivo']])
    }
    const { borrador } = expectOk(await taller.acto(draft, 'aprobar', { acuerdoId: own.acuerdoId, vigenteDesde })).body
    expect(borrador.aprobacion).toMatchObject({ voto: { puntoId: own.puntoId }, excepcion: null })
    expectOk(await taller.acto(borrador, 'descartar', { motivo: 'Era una prueba' }))
  })

  it('without one takes a reason and another person, and keeps the reason', async () => {
    const draft = await cambiada('Empleo')
    const { id: acuerdoId } = await givenAcuerdo(equipo, { organo: 'comite', asunto: 'Se aprueba otra versión' })
    const call = { acuerdoId, vigenteDesde }
    const proposed = expectOk(await taller.acto(draft, 'aprobar', { ...call, motivo: MOTIVO })).body.borrador
    expect(proposed).toMatchObject({ estatus: 'borrador', version: draft.version, porConfirmar: { motivo: MOTIVO, propia: true } })
    expect((await taller.acto(draft, 'aprobar', call)).body.code).toBe('propuesta.otra_persona')
    const { borrador } = expectOk(await taller.porOtra(draft, 'aprobar', call)).body
    expect(borrador).toMatchObject({ estatus: 'aprobado', porConfirmar: null, aprobacion: { voto: null, excepcion: { motivo: MOTIVO } } })
    expectOk(await taller.acto(borrador, 'descartar', { motivo: 'Era una prueba' }))
  })
})

describe('activating a version', () => {
  const aprobada = async (title: string) => {
    const draft = await taller.desdeVigente('curricular')
    const saved = await taller.guardado(draft, updateQuestion(guionDe(draft), 'oficio', { ...preguntaDe(draft, 'oficio'), title }))
    return expectOk(await taller.aprobar(saved, COMISION)).body.borrador
  }

  it('takes two people: who proposed it is refused, by the API and by SQL, and another confirms it', async () => {
    const approved = await aprobada('Labor')
    expect((await taller.acto(approved, 'activar')).status).toBe(409)
    const proposed = expectOk(await taller.acto(approved, 'proponer')).body.borrador
    expect(proposed).toMatchObject({ estatus: 'propuesto', propuesta: { propia: true, alcance: { seAbren: 0, actores: [] } } })
    const waits = async (token: string) =>
      (await send<{ elementos: { enlace: string }[] }>(test_, ['GET', '/pendientes'], { token })).body.elementos.some(({ enlace }) =>
        enlace.endsWith(proposed.id),
      )
    expect([await waits(await equipo.secretaria()), await waits(await test_.tokenOf('secretaria'))]).toEqual([false, true])
    const alone = await taller.acto(proposed, 'activar')
    expect([alone.status, alone.body.detail]).toEqual([409, 'Usted propuso ponerla en vigor: la confirma otra persona.'])
    await expect(
      sql(test_, `update captura.cuestionario_borrador set estatus = 'activado', activado_por = propuesto_por where id = $1`, [
        approved.id,
      ]),
    ).rejects.toThrow(/dos_personas/)
    const back = expectOk(await taller.acto(proposed, 'retirar', { motivo: 'Falta avisar' })).body.borrador
    expect(back).toMatchObject({ estatus: 'aprobado', propuesta: null })
    const again = expectOk(await taller.acto(back, 'proponer')).body.borrador
    expect(expectOk(await taller.confirmar(again)).body.borrador.estatus).toBe('activado')
  })

  it('is undone with its reason while nobody answered under it, and not afterwards', async () => {
    const of = await givenCapturada(equipo, {}, 'completa')
    const antes = await taller.vigente('curricular')
    const { borrador } = await taller.poner(await aprobada('Trabajo'))
    const undone = expectOk(await taller.acto(borrador, 'deshacer', { motivo: 'Se activó por error' })).body
    expect(undone.borrador).toMatchObject({ estatus: 'aprobado' })
    expect(undone.borrador.historia.at(-1)).toMatchObject({ acto: 'deshacer', motivo: 'Se activó por error' })
    expect(await taller.vigente('curricular')).toEqual(antes)
    const [told] = await sql<{ motivo: string }>(
      test_,
      `select contenido::jsonb->'detalle'->>'motivo' as motivo from bitacora.acto where contenido::jsonb->>'acto' = 'cuestionario.deshecho'`,
    )
    expect(told?.motivo).toBe('Se activó por error')
    const { borrador: again } = await taller.poner(undone.borrador)
    const { version } = await verSeccion(equipo, of, 'curricular/oficio')
    await guardar(equipo, { of, at: 'curricular/oficio' }, { version, respuestas: RESPUESTAS.curricular.oficio })
    const late = await taller.acto(again, 'deshacer', { motivo: 'Ya es tarde' })
    expect([late.status, late.body.detail]).toEqual([
      409,
      '1 candidatura ya respondió bajo esta versión: no se deshace. Prepare otra con lo que deba corregirse.',
    ])
  })
})

describe('a version in use', () => {
  it('is changed by nobody, also not by SQL, and nothing comes into force that was not approved', async () => {
    const draft = await taller.desdeVigente('curricular')
    const { borrador } = await taller.activar(
      await taller.guardado(draft, updateQuestion(guionDe(draft), 'oficio', { ...preguntaDe(draft, 'oficio'), title: 'Faena' })),
    )
    for (const name of ['guardar', 'aprobar', 'activar'] as const) {
      const answer = name === 'guardar' ? await taller.guardar(borrador) : await taller.acto(borrador, name, name === 'aprobar' ? { acuerdoId: randomUUID(), vigenteDesde: '2030-06-01' } : {}) // prettier-ignore
      expect([answer.status, answer.body.detail]).toEqual([409, 'Ya está en vigor: una versión en uso no cambia.'])
    }
    await expect(sql(test_, `update captura.cuestionario set titulo = 'x'`)).rejects.toThrow(/no cambia/)
    await expect(sql(test_, `update captura.cuestionario_borrador set titulo = 'x' where id = $1`, [borrador.id])).rejects.toThrow(
      /no cambia/,
    )
    const client = await connectAs(test_, 'instituto')
    const insert = `insert into captura.cuestionario (id, proceso_id, tipo, version, titulo, vigente_desde, schema, uischema)
      select gen_random_uuid(), proceso_id, tipo, 99, titulo, vigente_desde, schema, uischema from captura.cuestionario limit 1`
    expect(await count(client, { text: insert }, { rol: 'secretaria' })).toBe(REFUSED)
    expect(await count(client, { text: 'select 1 from captura.seccion' }, { rol: 'secretaria' })).toBe(0)
    await client.end()
  })
})
