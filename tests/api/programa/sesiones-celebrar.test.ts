import { randomUUID } from 'node:crypto'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { AGENDA, celebracionOf, conAcuerdo, FECHA, hora, Sala, type Sesion } from '../../support/actos/sesiones.ts'

let sala: Sala
beforeAll(async () => {
  sala = await Sala.open()
})
afterAll(() => sala.test.close())
/** Each test begins where nothing was called, held nor approved. */
afterEach(async () => {
  for (const table of ['celebracion', 'sesion', 'cumplimiento']) await sql(sala.test, `delete from captura.${table}`)
  await sql(sala.test, `delete from captura.integrante where nombre = any($1)`, [EXTRA])
})
const EXTRA = ['Clara Comité', 'Lía Leaves']

interface Paso {
  milestone: string | null
  cumplimiento: { referencia: string; ocurridoEn: string } | null
}
const cumplimiento = async (milestone: string, clave = 'A') => {
  const { hitos, cadena } = (await sala.call<{ hitos: Paso[]; cadena: Paso[] }>('GET', `/actividades/${clave}`)).body
  return must([...hitos, ...cadena].find((each) => each.milestone === milestone)).cumplimiento
}
const corregir = (sesion: Sesion, body: object, motivo = 'El acta firmada dice otra cosa.') =>
  sala.call('POST', `/sesiones/${sesion.id}/corregir`, { ...body, version: sesion.version, motivo })
const held = async (body?: (sesion: Sesion) => Record<string, unknown>): Promise<Sesion> => {
  const convocada = await sala.convocada()
  const { status, body: answer } = await sala.celebrar(convocada, body?.(convocada) ?? {})
  expect([status, answer.detail]).toEqual([200, undefined])
  return answer.sesion
}
const rowsOf = async (table: string) => must((await sql<{ n: number }>(sala.test, `select count(*)::int as n from captura.${table}`))[0]).n

describe('a sesión that is held', () => {
  it('fulfils what it approved at the hour of the vote, with its acuerdo, in one act with one receipt', async () => {
    const sesion = await held((each) => conAcuerdo(celebracionOf(each), 'VC/ACU/77'))
    expect(sesion).toMatchObject({ estatus: 'celebrada', celebraciones: [{ numero: 1, motivo: null }] })
    expect(sesion.celebraciones[0]?.puntos[1]).toMatchObject({
      resultado: 'aprobado',
      cumplio: ['pleno'],
      acuerdo: { numero: 'VC/ACU/77' },
    })
    expect(await cumplimiento('pleno')).toMatchObject({ referencia: 'VC/ACU/77', ocurridoEn: '2030-05-10T18:00:00.000Z' })
    const { body } = await sala.call<{ numero: string; fecha: string; organo: { clave: string } }>(
      'GET',
      `/acuerdos/${sesion.celebraciones[0]?.puntos[1]?.acuerdo?.id}`,
    )
    expect(body).toMatchObject({ numero: 'VC/ACU/77', fecha: FECHA, organo: { clave: 'concejo' } })
    const acts = await sql<{ acto: string }>(
      sala.test,
      `select acto from bitacora.acto where acto like 'sesion.%' and objeto_id = $1 order by n`,
      [sesion.id],
    )
    expect(acts.map(({ acto }) => acto)).toEqual(['sesion.programada', 'sesion.convocada', 'sesion.celebrada'])
  })

  it('without an acuerdo is named by itself; what it did not approve, or took off its agenda, fulfils nothing', async () => {
    const rejected = await held((each) => celebracionOf(each, { 'Paula Preside': 'en_contra', 'Iván Integrante': 'en_contra' }))
    expect(rejected.celebraciones[0]?.puntos[1]).toMatchObject({ resultado: 'rechazado', cumplio: [] })
    const withdrawn = await held((each) => {
      const body = celebracionOf(each)
      return {
        puntos: (body.puntos as object[]).map((punto, at) => (at === 1 ? { ...punto, retirado: true, votadoEn: null, votos: [] } : punto)),
      }
    })
    expect(withdrawn.celebraciones[0]?.puntos[1]?.resultado).toBe('retirado')
    expect(await cumplimiento('pleno')).toBeNull()
    const sesion = await held()
    expect((await cumplimiento('pleno'))?.referencia).toBe(`Concejo de Valle Claro, ${sesion.nombre}`)
  })

  it('decides a tie by the vote of its presidency where the pack says so, and not elsewhere', async () => {
    const tie = (each: Sesion) =>
      celebracionOf(each, { 'Iván Integrante': 'en_contra', 'Inés Integrante': 'abstencion', 'Clara Comité': 'en_contra' })
    const concejo = await held(tie)
    expect(concejo.celebraciones[0]?.puntos[1]).toMatchObject({ resultado: 'aprobado', calidad: true })
    await sala.integrante({ organo: 'comite', nombre: 'Clara Comité' })
    const comite = await sala.convocada({ organo: 'comite' })
    const { sesion } = (await sala.celebrar(comite, tie(comite))).body
    expect(sesion.celebraciones[0]?.puntos[1]).toMatchObject({ resultado: 'rechazado', calidad: false })
  })

  it('by the other organ fulfils the moment of that organ', async () => {
    const comite = await sala.convocada({ organo: 'comite' })
    expect(comite.puntos[1]?.entregable).toMatchObject({ cumple: ['comision'], aprobado: false })
    expect((await sala.celebrar(comite)).status).toBe(200)
    expect([await cumplimiento('comision'), await cumplimiento('pleno')]).toMatchObject([{}, null])
  })

  it('takes an acuerdo that a list brought before as the same, on the same day only', async () => {
    const insert = `insert into captura.acuerdo (id, proceso_id, numero, fecha) values ($1, $2, $3, $4)`
    const id = randomUUID()
    await sql(sala.test, insert, [id, sala.test.loaded.procesoId, 'VC/LISTA/1', FECHA])
    await sql(sala.test, insert, [randomUUID(), sala.test.loaded.procesoId, 'VC/LISTA/2', '2030-05-01'])
    const convocada = await sala.convocada()
    expect((await sala.celebrar(convocada, conAcuerdo(celebracionOf(convocada), 'VC/LISTA/2'))).body.detail).toMatch(/de otro día/)
    const { sesion } = (await sala.celebrar(convocada, conAcuerdo(celebracionOf(convocada), 'VC/LISTA/1'))).body
    expect(sesion.celebraciones[0]?.puntos[1]?.acuerdo?.id).toBe(id)
  })
})

describe('a sesión is refused, with nothing half done,', () => {
  const refused = async (body: Record<string, unknown>, convocada: Sesion) => {
    const before = await rowsOf('acuerdo')
    const { status, body: answer } = await sala.celebrar(convocada, body)
    expect(status).toBe(409)
    expect([await rowsOf('celebracion'), await rowsOf('acuerdo')]).toEqual([0, before])
    return answer.detail
  }

  it('without quorum', async () => {
    const convocada = await sala.convocada({ organo: 'comite' })
    const absent = celebracionOf(convocada, { 'Cora Comité': 'ausente' })
    expect(await refused(absent, convocada)).toBe('Con voto hay 0, y el quórum pide 1. Falta quien presida.')
  })

  it('with a member of another organ, or one whose charge had ended', async () => {
    const leaves = await sala.integrante({ nombre: 'Lía Leaves', hasta: '2030-05-09' })
    const convocada = await sala.convocada()
    expect(convocada.integrantes.map(({ nombre }) => nombre)).not.toContain('Lía Leaves')
    for (const integranteId of [must(sala.ids.get('Cora Comité')), leaves]) {
      const body = celebracionOf(convocada) as { asistencia: object[]; puntos: { votos: object[] }[] }
      const asistencia = [...body.asistencia, { integranteId, presente: true }]
      expect(await refused({ ...body, asistencia }, convocada)).toMatch(/no integraba el órgano el 10 de mayo de 2030/)
      const puntos = body.puntos.map((punto) =>
        punto.votos.length > 0 ? { ...punto, votos: [...punto.votos, { integranteId, sentido: 'a_favor' }] } : punto,
      )
      expect(await refused({ ...body, puntos }, convocada)).toBe('Punto 3: quien no integra el órgano no vota.')
    }
  })

  it('with a vote of a person who has none, a vote missing, and a vote of a person who was not there', async () => {
    const convocada = await sala.convocada()
    const voting = (change: (votos: { integranteId: string; sentido: string }[]) => object[]) => {
      const puntos = celebracionOf(convocada).puntos as { votos: { integranteId: string; sentido: string }[] }[]
      return { puntos: puntos.map((punto) => (punto.votos.length > 0 ? { ...punto, votos: change(punto.votos) } : punto)) }
    }
    const sara = must(sala.ids.get('Sara Secretaria'))
    expect(
      await refused(
        voting((votos) => [...votos, { integranteId: sara, sentido: 'a_favor' }]),
        convocada,
      ),
    ).toBe('Punto 3: Sara Secretaria no vota.')
    expect(
      await refused(
        voting((votos) => votos.slice(1)),
        convocada,
      ),
    ).toBe('Punto 3: falta el voto de Paula Preside.')
    const { asistencia } = celebracionOf(convocada, { 'Iván Integrante': 'ausente' })
    expect(await refused({ asistencia }, convocada)).toBe('Punto 3: Iván Integrante no asistió y no puede votar.')
  })

  it('on another day, in the future, and not called', async () => {
    const convocada = await sala.convocada()
    expect(await refused({ inicio: '2030-05-11T10:00:00-07:00', fin: '2030-05-11T12:00:00-07:00' }, convocada)).toMatch(
      /se convocó para el 10 de mayo/,
    )
    expect(await refused({ fin: '2030-05-20T10:30:00-07:00' }, convocada)).toMatch(/Todavía no llega/)
    expect(await refused({}, await sala.programada())).toBe('La sesión todavía no se convoca.')
  })

  it('when what it approves already stands as approved: the whole act, with the acuerdo of another item too', async () => {
    const hecho = { milestone: 'pleno', aplica: true, ocurridoEn: hora('09:00'), referencia: 'VC/ACU/1' }
    await sala.call('POST', '/actividades/A/cumplir', hecho)
    const convocada = await sala.convocada({ puntos: [{ titulo: 'Otro acuerdo', seVota: true, documentos: [] }, ...AGENDA] })
    expect(convocada.convocatoria?.advertencias).toContain('«Plan de Valle Claro»: este órgano ya lo aprobó, según su evidencia.')
    const body = celebracionOf(convocada) as { puntos: object[] }
    const puntos = body.puntos.map((punto, at) => (at === 0 ? { ...punto, acuerdo: { numero: 'VC/ACU/2' } } : punto))
    expect(await refused({ ...body, puntos }, convocada)).toBe(
      'Punto 4: A ya consta como aprobado por este órgano. Retire el punto con su motivo, o anule antes esa evidencia.',
    )
    expect((await sala.call('GET', `/sesiones/${convocada.id}`)).body).toMatchObject({ estatus: 'convocada', version: convocada.version })
  })

  it('with an acuerdo for what was not approved, and with one number for two items', async () => {
    const convocada = await sala.convocada({ puntos: [{ titulo: 'Otro acuerdo', seVota: true, documentos: [] }, ...AGENDA] })
    const against = { 'Paula Preside': 'en_contra', 'Iván Integrante': 'en_contra' }
    expect(await refused(conAcuerdo(celebracionOf(convocada, against)), convocada)).toMatch(/Punto 3: sólo lo aprobado es un acuerdo/)
    expect(await refused(conAcuerdo(celebracionOf(convocada)), convocada)).toMatch(/dos puntos tienen el acuerdo/)
  })
})

describe('two people, or two clicks,', () => {
  it('hold a sesión once', async () => {
    const convocada = await sala.convocada()
    const both = await Promise.all([1, 2].map(() => sala.celebrar(convocada)))
    expect(both.map(({ status, body }) => body.code ?? status).sort()).toEqual([200, 'sesion.version_distinta'])
    const other = await sala.convocada({ puntos: AGENDA.slice(0, 1) })
    const key = randomUUID()
    const twice = await Promise.all([1, 2].map(() => sala.celebrar(other, {}, { key })))
    expect(twice.map(({ status }) => status)).toEqual([200, 200])
    expect(twice[0]?.body.acuse.folio).toBe(twice[1]?.body.acuse.folio)
    expect(await rowsOf('celebracion')).toBe(2)
  })

  it('in two sesiones approve one entregable once', async () => {
    const sesiones = [await sala.convocada(), await sala.convocada()]
    const both = await Promise.all(sesiones.map((each) => sala.celebrar(each)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await rowsOf('cumplimiento')).toBe(1)
  })
})

describe('a correction', () => {
  it('keeps what was told before, with its reason; the result and what followed from it stay', async () => {
    const sesion = await held((each) => conAcuerdo(celebracionOf(each), 'VC/ACU/87'))
    const { status, body } = await corregir(sesion, celebracionOf(sesion, { 'Inés Integrante': 'en_contra' }))
    expect([status, body.detail]).toEqual([200, undefined])
    expect(body.sesion.celebraciones).toMatchObject([
      {
        numero: 2,
        motivo: 'El acta firmada dice otra cosa.',
        puntos: [{}, { cuenta: { en_contra: 1 }, acuerdo: { numero: 'VC/ACU/87' }, cumplio: ['pleno'] }],
      },
      { numero: 1, motivo: null, puntos: [{}, { cuenta: { en_contra: 0 } }] },
    ])
    expect(await rowsOf('cumplimiento')).toBe(1)
    expect((await corregir(body.sesion, celebracionOf(body.sesion), 'poco')).status).toBe(400)
  })

  it('does not unmake what was approved while its effects stand', async () => {
    const against = { 'Paula Preside': 'en_contra', 'Iván Integrante': 'en_contra' }
    const sesion = await held()
    expect((await corregir(sesion, celebracionOf(sesion, against))).body.detail).toMatch(/Punto 3: con su aprobación se cumplió A/)
    await sala.call('POST', '/actividades/A/anular', { milestone: 'pleno', motivo: 'El voto se contó mal.' })
    const corrected = (await corregir(sesion, celebracionOf(sesion, against))).body.sesion
    expect(corrected.celebraciones[0]?.puntos[1]).toMatchObject({ resultado: 'rechazado', cumplio: [] })
    const again = await corregir(corrected, conAcuerdo(celebracionOf(corrected), 'VC/ACU/88'))
    expect(again.body.sesion.celebraciones[0]?.puntos[1]).toMatchObject({ resultado: 'aprobado', cumplio: ['pleno'] })
    expect((await corregir(again.body.sesion, celebracionOf(corrected, against))).body.detail).toMatch(
      /VC\/ACU\/88, que ya está registrado/,
    )
  })

  it('moves the hour and the number with the acuerdo and the evidence that follow from them, and keeps what each said', async () => {
    const sesion = await held((each) => conAcuerdo(celebracionOf(each), 'VC/ACU/89'))
    const body = conAcuerdo(celebracionOf(sesion), 'VC/ACU/90') as { puntos: { votadoEn: string | null }[] }
    const puntos = body.puntos.map((punto) => ({ ...punto, votadoEn: punto.votadoEn && hora('11:30') }))
    const corrected = (await corregir(sesion, { ...body, puntos })).body.sesion
    expect(corrected.celebraciones.map((each) => must(each.puntos[1]).acuerdo?.numero)).toEqual(['VC/ACU/90', 'VC/ACU/89'])
    const id = must(must(corrected.celebraciones[0]?.puntos[1]).acuerdo).id
    const acuerdo = await sala.call<{ aprobadoEn: string; correcciones: { numero: string; motivo: string }[] }>('GET', `/acuerdos/${id}`)
    expect(acuerdo.body).toMatchObject({
      numero: 'VC/ACU/90',
      aprobadoEn: new Date(hora('11:30')).toISOString(),
      correcciones: [{ numero: 'VC/ACU/89', motivo: 'El acta firmada dice otra cosa.' }],
    })
    expect(await cumplimiento('pleno')).toMatchObject({ ocurridoEn: new Date(hora('11:30')).toISOString(), referencia: 'VC/ACU/90' })
    expect(await rowsOf('cumplimiento where anulado_en is null')).toBe(1)

    const apart = (json: object) =>
      sala.call<{ detail: string }>('POST', `/acuerdos/${id}/correccion`, { version: 1, motivo: 'Se escribió otra cosa.', ...json })
    const moved = await apart({ aprobadoEn: hora('11:45') })
    expect([moved.status, moved.body.detail]).toEqual([409, expect.stringMatching(/^Lo votó la .*Corrija lo que consta de esa sesión/)])
    expect((await apart({ asunto: 'Se aprueba lo que se votó' })).status).toBe(200)
  })

  it('is not made where nothing was told', async () => {
    const convocada = await sala.convocada()
    expect((await corregir(convocada, celebracionOf(convocada))).status).toBe(409)
  })

  it('a charge does not end before a sesión at which it stands', async () => {
    await held()
    const end = { hasta: '2030-05-09', termino: 'VC/ACU/9' }
    const { body } = await sala.call('POST', `/integrantes/${must(sala.ids.get('Iván Integrante'))}/terminar`, end)
    expect(body.detail).toMatch(/Consta en la sesión del 10 de mayo de 2030/)
  })
})
