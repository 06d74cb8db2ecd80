import { PDF } from '../../support/registro/cambios.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { send } from '../../support/actos/envios.ts'
import { celebracionOf, conAcuerdo, FECHA, hora, Sala, type Sesion } from '../../support/actos/sesiones.ts'

/** A sesión was told of another day than its own. */
let sala: Sala
beforeAll(async () => {
  sala = await Sala.open()
})
afterAll(() => sala.test.close())
afterEach(async () => {
  for (const table of ['celebracion', 'sesion', 'cumplimiento']) await sql(sala.test, `delete from captura.${table}`)
  await sql(sala.test, `delete from captura.integrante where nombre = 'Lía Leaves'`)
})

interface Hito {
  milestone: string
  retrasoMinutos: number
  cumplimiento: { ocurridoEn: string; referencia: string } | null
}
const corregir = (sesion: Sesion, body: object, motivo = 'El acta firmada dice otra cosa.') =>
  sala.call('POST', `/sesiones/${sesion.id}/corregir`, { ...body, version: sesion.version, motivo })
const pleno = async () => {
  const { hitos } = (await sala.call<{ hitos: Hito[] }>('GET', '/actividades/A')).body
  return must(hitos.find(({ milestone }) => milestone === 'pleno'))
}

describe('the day of a sesión that was held', () => {
  const TECLEADO = '2030-05-12'
  /** The same hours on another day. */
  const elDia = (dia: string, body: object) => JSON.parse(JSON.stringify(body).replaceAll(FECHA, dia)) as Record<string, unknown>
  let acuerdos = 90
  const tecleada = async () => {
    const convocada = await sala.convocada({ fecha: TECLEADO })
    return must(
      (await sala.celebrar(convocada, elDia(TECLEADO, conAcuerdo(celebracionOf(convocada), `VC/ACU/${(acuerdos += 1)}`)))).body.sesion,
    )
  }
  const conActa = async ({ id, version }: Sesion, fecha: string) => {
    const received = await send<{ id: string }>(sala.test, ['POST', '/documentos'], {
      token: await sala.test.tokenOf('secretaria'),
      form: { file: { field: 'archivo', name: 'acta.pdf', content: PDF } },
    })
    return (await sala.call('POST', `/sesiones/${id}/acta`, { version, fecha, documentoId: received.body.id })).body.sesion
  }

  it('is corrected: it moves the acuerdo, the evidence and what counts from them, and keeps the day that it said', async () => {
    const sesion = await tecleada()
    const { retrasoMinutos: before } = await pleno()
    const { status, body } = await corregir(sesion, { ...celebracionOf(sesion), fecha: FECHA })
    expect([status, body.detail]).toEqual([200, undefined])
    expect(body.sesion.fecha).toBe(FECHA)
    expect(body.sesion.historia.at(-1)).toMatchObject({ acto: 'corregir', fecha: TECLEADO, motivo: 'El acta firmada dice otra cosa.' })
    const id = must(must(body.sesion.celebraciones[0]?.puntos[1]).acuerdo).id
    expect((await sala.call('GET', `/acuerdos/${id}`)).body).toMatchObject({ fecha: FECHA, correcciones: [{ fecha: TECLEADO }] })
    expect((await pleno()).cumplimiento).toMatchObject({ ocurridoEn: new Date(hora('11:00')).toISOString() })
    expect(before - (await pleno()).retrasoMinutos).toBe(2 * 24 * 60)
    const [told] = await sql<{ dia: object }>(
      sala.test,
      `select contenido::jsonb #> '{detalle,dia}' as dia from bitacora.acto where objeto_id = $1 order by n desc limit 1`,
      [sesion.id],
    )
    expect(told?.dia).toEqual({ de: TECLEADO, a: FECHA })
  })

  it('asks for those who acted on that day', async () => {
    const sesion = await tecleada()
    await sala.integrante({ nombre: 'Lía Leaves', hasta: '2030-05-11' })
    const { status, body } = await corregir(sesion, { ...celebracionOf(sesion), fecha: FECHA })
    expect([status, body.detail]).toEqual([409, expect.stringContaining('Falta decir si asistió Lía Leaves.')])
  })

  it.each([
    ['of another year', '2029-05-10', 'Su número es de 2030: no puede ser de otro año.'],
    ['before it was called', '2030-05-09', 'No pudo empezar antes de su convocatoria.'],
    ['after its acta', '2030-05-15', 'Su documento firmado es del 13 de mayo de 2030: no pudo ser después.'],
    ['that did not come', '2030-05-21', 'Todavía no llega la hora en que terminó.'],
  ])('is refused to one %s', async (_title, dia, reason) => {
    const sesion = await tecleada()
    const actual = dia === '2030-05-15' ? await conActa(sesion, '2030-05-13') : sesion
    const { status, body } = await corregir(actual, { ...elDia(dia, celebracionOf(sesion)), fecha: dia })
    expect([status, body.detail]).toEqual([409, expect.stringContaining(reason)])
    expect((await sala.call<Sesion>('GET', `/sesiones/${sesion.id}`)).body.fecha).toBe(TECLEADO)
  })

  it('is not moved without saying so, nor by SQL alone without keeping it', async () => {
    const sesion = await tecleada()
    expect((await corregir(sesion, celebracionOf(sesion))).body.detail).toMatch(/se convocó para el 12 de mayo/)
    for (const change of [
      `fecha = '${FECHA}'`,
      `fecha = '${FECHA}', historia = historia || '[{"acto": "corregir", "fecha": "2030-05-01", "motivo": "Otro día"}]'`,
      `fecha = '${FECHA}', historia = historia || '[{"acto": "corregir", "fecha": "${TECLEADO}", "motivo": ""}]'`,
      `historia = '[]'`,
      `puntos = '[]'`,
      `hora = '09:00'`,
      `estatus = 'programada'`,
    ])
      await expect(sql(sala.test, `update captura.sesion set ${change} where id = $1`, [sesion.id])).rejects.toThrow(/no se altera/)
  })
})
