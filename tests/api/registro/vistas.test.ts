import type { Rol } from '@conoceles/domain'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { send } from '../../support/actos/envios.ts'
import { attempt, connectAs, count } from '../../support/roles.ts'

interface Vista {
  id: string
  nombre: string
  consulta: string
  creadaEn: string
}

let test_: TestApp

beforeAll(async () => {
  test_ = await startTestApp()
})
afterAll(() => test_.close())

const list = async (token: string) => (await send<{ elementos: Vista[] }>(test_, ['GET', '/vistas'], { token })).body.elementos
const save = (token: string, nombre: string, consulta = 'cargo=alcaldia') =>
  send<Vista & { code: string; errors: { field: string }[] }>(test_, ['POST', '/vistas'], { token, json: { nombre, consulta } })
const forget = async (token: string, id: string) => (await send(test_, ['DELETE', `/vistas/${id}`], { token })).status

describe.each<[Rol, string | undefined]>([
  ['captura', 'PRIO'],
  ['validacion', 'PRIO'],
  ['verificacion', undefined],
  ['secretaria', undefined],
  ['comision', undefined],
  ['transparencia', undefined],
])('to %s, saved views', (rol, actor) => {
  it('are her own: she keeps one, finds it by name, and forgets it', async () => {
    const token = await test_.tokenOf(rol, actor ? { actor } : {})
    const { status, body } = await save(token, '  Zona   norte ', '?cargo=alcaldia&q=pe%C3%B1a&orden=validada&limite=5&despues=x&grupo=')
    expect(status).toBe(201)
    expect(body).toMatchObject({ nombre: 'Zona norte', consulta: 'cargo=alcaldia&q=pe%C3%B1a&orden=validada' })
    await save(token, 'Alcaldías')
    expect((await list(token)).map(({ nombre }) => nombre)).toEqual(['Alcaldías', 'Zona norte'])
    expect(await forget(token, body.id)).toBe(204)
    expect(await forget(token, body.id)).toBe(404)
    expect((await list(token)).map(({ nombre }) => nombre)).toEqual(['Alcaldías'])
  })
})

describe('a saved view', () => {
  it('is neither seen nor forgotten by another account, though both be of one actor político', async () => {
    const [hers, other] = [await test_.tokenOf('captura', { actor: 'PFAR' }), await test_.tokenOf('captura', { actor: 'PFAR' })]
    const { body } = await save(hers, 'Mía')
    expect(await list(other)).toEqual([])
    expect(await forget(other, body.id)).toBe(404)
    expect((await save(other, 'Mía')).status).toBe(201)
    expect(await list(hers)).toEqual([body])
  })

  it('has a name of its own', async () => {
    const token = await test_.tokenOf('secretaria')
    await save(token, 'Repetida')
    expect(await save(token, ' Repetida ')).toMatchObject({ status: 409, body: { code: 'vista.nombre_repetido' } })
    expect(await list(token)).toHaveLength(1)
  })

  it.each([
    ['a filter that there is not', 'color=rojo'],
    ['a value that the filter does not take', 'sexo=otro'],
  ])('with %s is refused', async (_title, consulta) => {
    expect(await save(await test_.tokenOf('comision'), 'Rara', consulta)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'consulta' }] },
    })
  })

  it.each([
    ['something that is no query', 'javascript:alert(1)', ''],
    ['one filter twice', 'cargo=alcaldia&cargo=legislatura', 'cargo=legislatura'],
  ])('with %s keeps what the directory understands', async (_title, consulta, kept) => {
    const { status, body } = await save(await test_.tokenOf('comision'), 'Depurada', consulta)
    expect([status, body.consulta]).toEqual([201, kept])
  })

  it.each(['', '   ', '\u202e', 'x'.repeat(61)])('called «%s» is refused', async (nombre) => {
    expect(await save(await test_.tokenOf('comision'), nombre)).toMatchObject({ status: 400, body: { errors: [{ field: 'nombre' }] } })
  })

  it('is one of fifty at most', async () => {
    const token = await test_.tokenOf('comision')
    for (let i = 0; i < 50; i += 1) expect((await save(token, `Vista ${i}`)).status).toBe(201)
    expect(await save(token, 'Una más')).toMatchObject({ status: 409, body: { code: 'vista.limite' } })
  })

  it('is not for a persona candidata, nor for who has no directory', async () => {
    for (const rol of ['candidata', 'administracion', 'auditoria'] as const)
      expect((await save(await test_.tokenOf(rol, rol === 'candidata' ? { actor: 'PRIO' } : {}), 'No')).status).toBe(403)
  })
})

describe('the database itself', () => {
  it.each(['actor', 'instituto'] as const)('shows and gives to conoceles_%s only what its account keeps', async (role) => {
    const token = await test_.tokenOf('secretaria')
    const { body } = await save(token, `De la base ${role}`)
    const client = await connectAs(test_, role)
    try {
      const ajustes = { rol: role === 'actor' ? 'captura' : 'secretaria', cuenta: test_.loaded.procesoId }
      expect(await count(client, { text: 'select * from captura.vista' }, ajustes)).toBe(0)
      expect(await count(client, { text: 'select * from captura.vista' })).toBe(0)
      expect(await count(client, { text: 'delete from captura.vista where id = $1', values: [body.id] }, ajustes)).toBe(0)
      const text = `insert into captura.vista (id, cuenta_id, nombre, consulta, creada_en) values (gen_random_uuid(), gen_random_uuid(), 'x', '', now())`
      expect(await attempt(client, { text }, ajustes)).toBe('42501')
      expect(await attempt(client, { text: `update captura.vista set nombre = 'y'` }, ajustes)).toBe('42501')
    } finally {
      await client.end()
    }
  })
})
