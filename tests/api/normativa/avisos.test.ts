import { randomUUID } from 'node:crypto'
import { bitacoraOf } from '../../support/acceso.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { MesaAviso, PACK_AVISO, type AvisoVista } from '../../support/actos/avisos.ts'
import { moveReloj, sql, type Given } from '../../support/registro/candidaturas.ts'
import { consentir, Equipo, givenCapturada, guardar, RESPUESTAS } from '../../support/actos/captura.ts'
import { send } from '../../support/actos/envios.ts'
import { readPdf } from '../../support/pdf.ts'
import { leer, pagina, publicar } from '../../support/publico.ts'
import { connectAs, count, REFUSED } from '../../support/roles.ts'

let test_: TestApp
let equipo: Equipo
let mesa: MesaAviso

beforeAll(async () => {
  test_ = await startTestApp({ pack: PACK_AVISO, ahora: '2030-05-20T10:00:00-07:00' })
  equipo = new Equipo(test_)
  mesa = new MesaAviso(equipo)
})
afterAll(() => test_.close())

const razonesDe = ({ acciones }: AvisoVista, acto: string) => acciones.find((each) => each.acto === acto)?.razones
const pendientes = async (token: string) =>
  (await send<{ elementos: { clave: string; texto: string; cuantas: number }[] }>(test_, ['GET', '/pendientes'], { token })).body.elementos
const alertas = async (token: string) => (await pendientes(token)).filter(({ clave }) => clave.startsWith('aviso') || clave.startsWith('renovar')) // prettier-ignore
/** Title, cause and end of the remisión of each modificación that is open. */
async function modificaciones() {
  interface Owed {
    evento: { tipo: string; titulo: string; causa: { texto: string } | null } | null
    hitos: { milestone: string; vence: string }[]
  }
  const { body } = await send<{ elementos: Owed[] }>(test_, ['GET', '/actividades'], { token: await equipo.secretaria() })
  return body.elementos.flatMap(({ evento, hitos }) =>
    evento?.tipo === 'modificacion'
      ? [[evento.titulo, evento.causa?.texto, hitos.find(({ milestone }) => milestone === 'remision')?.vence]]
      : [],
  )
}

const reword = (texto: string) => (aviso: AvisoVista) =>
  aviso.finalidades.map((each) => (each.decision === 'publicacion' ? { ...each, texto } : each))

describe('a draft', () => {
  it('starts from the last version, keeps what lacks parts, and says where; it is not sent until they are there', async () => {
    const draft = await mesa.nuevo()
    expect([draft.estatus, draft.integral.includes('{{instituto}}'), draft.finalidades.length]).toEqual(['borrador', true, 4])
    expect(razonesDe(draft, 'enviar')).toEqual(['No cambia nada de la última versión publicada.', 'Diga desde qué día regirá.'])
    const kept = await mesa.guardado(draft, { integral: '# Aviso\n\n## Otra cosa\n\n{{nadie}}' })
    expect(kept.faltas.filter(({ gravedad }) => gravedad === 'falta').map(({ aviso, parte, linea }) => [aviso, parte, linea])).toEqual([
      ['integral', 'responsable', null],
      ['integral', null, 5],
      ['integral', 'finalidades', null],
    ])
    expect((await mesa.acto(kept, 'enviar')).body).toMatchObject({ code: 'aviso.acto_no_permitido', detail: 'Al aviso le falta lo que está señalado.' }) // prettier-ignore
    expect(await mesa.guardar(draft, { integral: 'x' })).toMatchObject({ status: 409, body: { code: 'aviso.version_distinta', actual: { version: 2 } } }) // prettier-ignore
    expect((await mesa.guardar(kept, { finalidades: [...kept.finalidades, ...kept.finalidades] })).status).toBe(400)
    expect((await mesa.acto(kept, 'descartar', { motivo: 'Era una prueba' })).body.borrador.estatus).toBe('descartado')
  })

  it('is frozen before the organs, comes back to be changed, and each act is once', async () => {
    const draft = await mesa.guardado(await mesa.nuevo(), { simplificado: '# Aviso\n\n**Quién responde.** Otro texto.\n\n{{finalidades}}' })
    const sent = await mesa.hecho(draft, 'enviar')
    expect((await mesa.guardar(sent, { integral: 'x' })).body.detail).toMatch(/Está ante la Comisión/)
    await expect(sql(test_, `update captura.aviso_borrador set integral = 'x' where id = $1`, [sent.id])).rejects.toThrow(/no cambia/)
    const key = randomUUID()
    const back = [await mesa.acto(sent, 'devolver', { motivo: 'Falta algo' }, { key }), await mesa.acto(sent, 'devolver', { motivo: 'Falta algo' }, { key })] // prettier-ignore
    expect(back.map(({ status, body }) => [status, body.borrador.version])).toEqual([[200, 4], [200, 4]]) // prettier-ignore
    expect(back[0]?.body.borrador.historia.map(({ acto }) => acto)).toEqual(['crear', 'enviar', 'devolver'])
  })
})

describe('the approval', () => {
  it('is a vote of the organ that it waits for, the Comité’s with its acta; nobody else publishes, also not by SQL', async () => {
    const draft = await mesa.guardado(await mesa.nuevo(), { integral: `${(await mesa.nuevo()).integral}\n\nUna frase más.` })
    const sent = await mesa.hecho(draft, 'enviar')
    const de = sent
    const wrong = [
      await mesa.voto('concejo', { de }),
      await mesa.voto('transparencia', { de }),
      await mesa.voto('comision', { de, resultado: 'rechazado' }),
    ]
    for (const voto of wrong) expect((await mesa.acto(sent, 'aprobar-comision', voto)).body.errors?.map(({ field }) => field)).toEqual(['puntoId']) // prettier-ignore
    expect((await mesa.acto(sent, 'aprobar-comite', await mesa.voto('transparencia', { de }))).body.code).toBe('aviso.acto_no_permitido')
    const seen = await mesa.hecho(sent, 'aprobar-comision', await mesa.voto('comision', { de, acta: false }))
    expect((await mesa.acto(seen, 'aprobar-comite', await mesa.voto('transparencia', { de, acta: false }))).body.errors?.[0]?.reasons[0]).toMatch(/no tiene su acta/) // prettier-ignore
    expect((await mesa.acto(seen, 'aprobar-comite', await mesa.voto('transparencia', { de, en: '2030-05-19T09:00:00-07:00' }))).body.errors?.[0]?.reasons[0]).toMatch(/anterior al de la Comisión/) // prettier-ignore
    expect((await mesa.acto(seen, 'publicar')).body.detail).toMatch(/ante el Comité/)
    const client = await connectAs(test_, 'instituto')
    const insert = `insert into captura.aviso_privacidad (id, proceso_id, version, vigente_desde, integral, simplificado, sha256, aprobacion, borrador_id)
      select gen_random_uuid(), proceso_id, 99, current_date, 'x', 'x', 'x', '{}', $1 from captura.aviso_privacidad limit 1`
    expect(await count(client, { text: insert, values: [seen.id] }, { rol: 'secretaria' })).toBe(REFUSED)
    const skip = `update captura.aviso_borrador set estatus = 'borrador' where id = $1`
    expect(await count(client, { text: skip, values: [seen.id] }, { rol: 'transparencia' })).toBe(REFUSED)
    await client.end()
    // The Unidad de Transparencia may write down what its Comité approved, and nothing else.
    const approved = await mesa.acto(seen, 'aprobar-comite', await mesa.voto('transparencia', { de }), { rol: 'transparencia' })
    expect(approved.body.borrador).toMatchObject({ estatus: 'aprobado', comite: { fecha: '2030-05-20', acta: { nombre: 'soporte.pdf' } } })
    await mesa.hecho(approved.body.borrador, 'devolver', { motivo: 'Se retira' })
  })

  it('keeps the sesión of its votes on its day, while the version stands', async () => {
    const token = await equipo.secretaria()
    const cargo = {
      organo: 'comision',
      nombre: 'Paula Preside',
      encargo: 'presidencia',
      voto: true,
      desde: '2030-01-15',
      documento: 'VC/0',
    }
    const added = await send<{ integrante: { id: string } }>(test_, ['POST', '/integrantes'], { token, json: cargo })
    const { id: integranteId } = added.body.integrante
    const elDia = (hora: string) => `2030-05-19T${hora}:00-07:00`
    const mover = async ({ sesion, puntoId }: { sesion: string; puntoId: string }) => {
      const votado = { puntoId, retirado: false, votadoEn: elDia('09:00'), votos: [{ integranteId, sentido: 'a_favor' }] }
      const json = {
        ...{ version: 1, motivo: 'El acta dice otro día.', fecha: '2030-05-19', inicio: elDia('08:00'), fin: elDia('10:00') },
        ...{ asistencia: [{ integranteId, presente: true }], puntos: [votado] },
      }
      const { status, body } = await send<{ detail?: string }>(test_, ['POST', `/sesiones/${sesion}/corregir`], { token, json })
      return [status, body.detail]
    }
    const sent = await mesa.hecho(await mesa.guardado(await mesa.nuevo(), { simplificado: `${(await mesa.nuevo()).simplificado} Más.` }), 'enviar') // prettier-ignore
    const [used, other] = [await mesa.voto('comision', { de: sent, acta: false }), await mesa.voto('comision', { de: sent, acta: false })]
    const seen = await mesa.hecho(sent, 'aprobar-comision', used)
    expect(await mover(used)).toEqual([409, expect.stringContaining('devuélvalo a borrador primero')])
    expect(await mover(other)).toEqual([200, undefined])
    await mesa.hecho(seen, 'devolver', { motivo: 'Se retira' })
    expect(await mover(used)).toEqual([200, undefined])
  })

  it('that is late is an alert until the version in force has it', async () => {
    const secretaria = await equipo.secretaria()
    expect((await alertas(secretaria)).map(({ clave, texto }) => [clave, texto])).toEqual([
      ['aviso_sin_aprobacion', 'Falta la aprobación del Comité de Transparencia al aviso de privacidad: vencía el 30 de abril de 2030'],
    ])
    const draft = await mesa.guardado(await mesa.nuevo(), { integral: `${(await mesa.nuevo()).integral}\n\nOtra frase.` })
    const sent = await mesa.hecho(draft, 'enviar')
    expect((await alertas(await test_.tokenOf('transparencia'))).map(({ clave }) => clave)).toEqual(['aviso_sin_aprobacion', `aviso_sin_aprobar_${sent.id}`]) // prettier-ignore
    const seen = await mesa.hecho(sent, 'aprobar-comision', await mesa.voto('comision', { de: sent }))
    const approved = await mesa.hecho(seen, 'aprobar-comite', await mesa.voto('transparencia', { entregable: 'AVISO' }))
    expect((await alertas(secretaria)).map(({ texto }) => texto)).toEqual(['Publicar la versión 2 del aviso de privacidad, ya aprobada'])
    const published = await mesa.hecho(approved, 'publicar')
    expect([published.estatus, published.publicada, await alertas(secretaria)]).toEqual(['publicado', 2, []])
    const { body } = await send<{ hitos: { milestone: string; cumplimiento: object | null }[] }>(test_, ['GET', '/actividades/AVISO'], { token: secretaria }) // prettier-ignore
    expect(body.hitos.map(({ milestone, cumplimiento }) => [milestone, cumplimiento !== null])).toEqual([['comite', true], ['publicacion', true]]) // prettier-ignore
    expect(await bitacoraOf(test_, 'aviso.publicado')).toHaveLength(1)
    await expect(sql(test_, `update captura.aviso_privacidad set integral = 'x'`)).rejects.toThrow(/no cambia/)
    expect(await modificaciones()).toEqual([])
  })
})

describe('an approval', () => {
  const OTRO = 'La Comisión lo votó junto con el calendario.'
  const propuesta = async (voto: { sesion: string; puntoId: string }, sent: AvisoVista, json: object = {}) =>
    mesa.acto(sent, 'aprobar-comision', { ...voto, ...json })
  const enviado = async (frase: string) =>
    mesa.hecho(await mesa.guardado(await mesa.nuevo(), { simplificado: `${(await mesa.nuevo()).simplificado} ${frase}` }), 'enviar')

  it('is a vote on the point of this aviso, after it was sent, and says which point', async () => {
    const sent = await enviado('Uno.')
    const [own, antes, ajeno, nadie] = [
      await mesa.voto('comision', { de: sent }),
      await mesa.voto('comision', { de: sent, en: '2030-05-19T09:00:00-07:00' }),
      await mesa.voto('comision', { de: { id: randomUUID() } }),
      await mesa.voto('comision'),
    ]
    for (const [voto, falta] of [
      [antes, /antes de que se enviara/],
      [ajeno, /no dice que sea de este asunto/],
      [nadie, /no dice/],
    ] as const) {
      const refused = await propuesta(voto, sent)
      expect([refused.status, refused.body.errors?.[0]?.field]).toEqual([400, 'motivo'])
      expect(refused.body.errors?.[0]?.reasons[0]).toMatch(falta)
    }
    const approved = await mesa.hecho(sent, 'aprobar-comision', own)
    expect(approved.comision).toMatchObject({ puntoId: own.puntoId, titulo: 'Aviso de privacidad', excepcion: null })
    await mesa.hecho(approved, 'devolver', { motivo: 'Se retira' })
  })

  it('by any other vote is proposed with its reason, confirmed by another person, and shows both for good', async () => {
    const sent = await enviado('Dos.')
    const voto = await mesa.voto('comision')
    const proposed = await propuesta(voto, sent, { motivo: OTRO })
    expect([proposed.status, proposed.body.borrador.estatus, proposed.body.borrador.porConfirmar?.propia]).toEqual([
      200,
      'en_comision',
      true,
    ])
    expect(proposed.body.borrador.porConfirmar).toMatchObject({ motivo: OTRO, ...voto, acto: 'aprobar_comision' })
    expect((await propuesta(voto, sent)).body.code).toBe('propuesta.otra_persona')
    const client = await connectAs(test_, 'instituto')
    const alone = `update captura.aprobacion_excepcional set confirmada_por = propuesta_por, confirmada_en = now() where confirmada_en is null`
    expect(await count(client, { text: alone, values: [] }, { rol: 'secretaria' })).toBe(REFUSED)
    await client.end()
    const confirmed = await mesa.acto(sent, 'aprobar-comision', voto, { rol: 'secretaria' })
    expect(confirmed.body.borrador).toMatchObject({ estatus: 'en_comite', porConfirmar: null })
    expect(confirmed.body.borrador.comision?.excepcion).toMatchObject({
      motivo: OTRO,
      faltas: ['El punto no dice que sea de este asunto.'],
    })
    await expect(sql(test_, 'update captura.aprobacion_excepcional set confirmada_en = now()')).rejects.toThrow(/no cambia/)
    expect(await bitacoraOf(test_, 'aprobacion.propuesta')).toHaveLength(1)
    await mesa.hecho(confirmed.body.borrador, 'devolver', { motivo: 'Se retira' })
  })
})

describe('a new version', () => {
  const SI = { ...RESPUESTAS, identidad: { islas: { islena: 'Sí', isla: 'Isla Grande' }, sierra: { serrana: 'No' } } }
  const isla = { at: 'identidad/islas' }
  let of: Given
  const porRenovar = async (token: string) => (await send<{ porRenovar: string[] }>(test_, ['GET', `/candidaturas/${of.id}/consentimiento`], { token })).body.porRenovar // prettier-ignore
  const badges = async () => {
    await publicar(test_)
    return (await pagina(test_, of)).body.distintivos.length
  }
  const vigente = async () => (await send<{ id: string; version: number }>(test_, ['GET', '/avisos-privacidad/vigente'], { token: await equipo.secretaria() })).body // prettier-ignore

  beforeAll(async () => {
    test_.loaded.aviso = { ...(await vigente()), sha256: '' }
    of = await givenCapturada(equipo, { respuestas: SI }, 'verificada')
  })

  it('that changes no purpose keeps every consent as it is', async () => {
    expect(await badges()).toBe(1)
    const draft = await mesa.guardado(await mesa.nuevo(), { integral: `${(await mesa.nuevo()).integral}\n\n## Novedades\n\nUna.` })
    expect(draft.diferencias).toMatchObject({ porRenovar: [] })
    expect(draft.diferencias?.integral.filter(({ kind }) => kind !== 'same').map(({ kind }) => kind)).toEqual(['added', 'added'])
    await mesa.publicado(draft)
    expect((await vigente()).version).toBe(3)
    // It modifies a published document of the programme: its five days open.
    expect(await modificaciones()).toEqual([
      ['Aviso de privacidad, versión 3', 'S/ID Aviso de privacidad, versión 2', expect.stringMatching(/^2030-05-/)],
    ])
    expect([await porRenovar(await equipo.candidata(of)), await badges(), await alertas(await equipo.candidata(of))]).toEqual([[], 1, []])
    expect((await leer(test_, 'avisos-privacidad/integral')).body).toMatchObject({ version: 3 })
  })

  it('that changes one purpose asks again for that choice alone, of the personas who made it', async () => {
    const persona = await equipo.candidata(of)
    const draft = await mesa.nuevo()
    const changed = await mesa.guardado(draft, { finalidades: reword('Publicar el grupo también en otro sitio')(draft) })
    expect(changed.diferencias?.porRenovar).toEqual(['publicacion'])
    await mesa.publicado(changed)
    expect((await mesa.lista()).versiones[0]).toMatchObject({ version: 4, rige: true, porRenovar: ['publicacion'] })
    // Her authorisations under the earlier purposes are neither shown nor lost.
    expect([await porRenovar(persona), await badges()]).toEqual([['publicacion'], 0])
    const destroyed = `select r.id from publico.recurso r where r.ruta = $1 and r.contenido is null
       and not exists (select 1 from captura.recurso_retirado a where a.id = r.id)`
    expect(await sql(test_, destroyed, [`candidaturas/${of.id}`])).toEqual([])
    expect((await alertas(persona)).map(({ clave, cuantas }) => [clave, cuantas])).toEqual([['renovar_consentimiento', 1]])
    test_.loaded.aviso = { ...(await vigente()), sha256: '' }
    await consentir(equipo, of)
    expect([await porRenovar(persona), await badges(), await alertas(persona)]).toEqual([[], 1, []])
  })

  it('that changes what identity answers are for waits for her before another answer is received', async () => {
    const other = await givenCapturada(equipo, { respuestas: SI, demarcacion: 'sur' } as never, 'completa')
    const draft = await mesa.nuevo()
    await mesa.publicado(await mesa.guardado(draft, { finalidades: draft.finalidades.map((each) => (each.decision === 'tratamiento' ? { ...each, detalle: 'Y para otra cosa.' } : each)) })) // prettier-ignore
    const refused = await guardar(equipo, { of: other, ...isla }, { version: 1, respuestas: { islena: 'No' } })
    expect([refused.status, refused.body.code, refused.body.detail]).toEqual([409, 'captura.cerrada', expect.stringMatching(/cambió sus finalidades/)]) // prettier-ignore
    expect((await guardar(equipo, { of: other, at: 'curricular/oficio' }, { version: 1, respuestas: { oficio: 'Pesca' } })).status).toBe(
      200,
    )
    test_.loaded.aviso = { ...(await vigente()), sha256: '' }
    await consentir(equipo, other)
    expect((await guardar(equipo, { of: other, ...isla }, { version: 1, respuestas: { islena: 'No' } })).status).toBe(200)
  })

  it('keeps an address of its own, says what it changed of each before it, and is printed tagged', async () => {
    await publicar(test_)
    const { body } = await leer<{ elementos: { version: number; vigenteDesde: string; vigenteHasta: string | null; porRenovar: string[] }[] }>(test_, 'avisos-privacidad') // prettier-ignore
    // Published in the middle of its day: the one before governed the morning.
    const [newest, before] = body.elementos
    expect([newest?.vigenteHasta, before?.vigenteHasta]).toEqual([null, newest?.vigenteDesde])
    expect(body.elementos.map(({ version, porRenovar }) => [version, porRenovar])).toEqual([[5, ['tratamiento']], [4, ['publicacion']], [3, []], [2, []], [1, []]]) // prettier-ignore
    const four = await leer<{ version: number; texto: string; bloques: { type: string }[]; pdf: string }>(test_, 'avisos-privacidad/versiones/4/integral') // prettier-ignore
    expect([four.body.version, four.body.texto.includes('{{'), four.body.bloques[0]?.type]).toEqual([4, false, 'heading'])
    const cambios = await leer<{ parrafos: { kind: string }[]; finalidades: { clase: string }[]; porRenovar: string[] }>(test_, 'avisos-privacidad/versiones/4/integral/cambios/3') // prettier-ignore
    expect(cambios.body).toMatchObject({ finalidades: [{ clase: 'cambiada' }], porRenovar: ['publicacion'] })
    expect(cambios.body.parrafos.some(({ kind }) => kind !== 'same')).toBe(true)
    const pdf = await leer(test_, four.body.pdf.replace('/api/v1/publico/', ''))
    expect([pdf.status, pdf.headers['content-type'], pdf.raw.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-'])
    expect(readPdf.properties(pdf.raw)).toMatchObject({ Tagged: 'yes' })
    expect((await leer(test_, 'avisos-privacidad/versiones/9/integral')).status).toBe(404)
    // Nothing of it is made again: the next corte changes none of these.
    expect(await publicar(test_)).toBeNull()
  })

  it('governs from its day and not before', async () => {
    const draft = await mesa.nuevo()
    await mesa.publicado(await mesa.guardado(draft, { vigenteDesde: '2030-06-10', integral: `${draft.integral}\n\nMás.` }))
    expect([(await vigente()).version, (await mesa.lista()).versiones.map(({ version, rige }) => [version, rige])[0]]).toEqual([
      5,
      [6, false],
    ])
    const next = await mesa.guardado(await mesa.nuevo(), { integral: `${draft.integral}\n\nMenos.`, vigenteDesde: '2030-06-09' })
    expect(razonesDe(next, 'enviar')).toEqual(['No puede regir antes que la última versión publicada.'])
    await moveReloj(test_, '2030-06-10T00:00:00-07:00')
    await publicar(test_)
    const { body } = await leer<{ elementos: { version: number; vigenteHasta: string | null }[] }>(test_, 'avisos-privacidad')
    expect(body.elementos[1]).toMatchObject({ version: 5, vigenteHasta: '2030-06-09' })
  })
})
