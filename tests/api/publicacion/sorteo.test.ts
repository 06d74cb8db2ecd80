import { PLAIN } from '../../../apps/api/src/publico/engine/encodings.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { leerIndice, ordenJusto, type IndicePublico, type OrdenPresentacion } from '../../../packages/domain/src/publico/index.ts'
import { givenCandidatura, moveReloj, must } from '../../support/registro/candidaturas.ts'
import { decode } from '../../support/mundos/contrato.ts'
import { packFicticio } from '../../support/proceso-ficticio/index.ts'
import { encolar, leer, publicar } from '../../support/publico.ts'
import { manifiesto, ultimoCorte } from '../../support/mundos/todo-publico.ts'
import { CON_PAGINAS } from '../../support/browser/visor.ts'

/** The order in which those who compete are shown is drawn each day, in a corte of that day. */
let test_: TestApp
const CANDIDATURAS = [
  { contienda: 'alcaldia-m1', nombre: 'Aurora', actor: 'PRIO' },
  { contienda: 'alcaldia-m1', nombre: 'Bruno', actor: 'PFAR' },
  { contienda: 'alcaldia-m1', nombre: 'Celia', actor: 'PCOM' },
  { contienda: 'alcaldia-m2', nombre: 'Darío', actor: 'PRIO' },
  { contienda: 'alcaldia-m2', nombre: 'Elena', actor: 'LUCES', responsable: 'PFAR' },
]
const DE_M1 = 3
let registro: string[]

interface Contienda {
  corte: { numero: number; en: string }
  sorteo: string
  elementos: { nombre: string }[]
}

async function open(orden: OrdenPresentacion): Promise<void> {
  const pack = {
    ...packFicticio,
    consulta: { ...must(packFicticio.consulta), orden: { ...must(packFicticio.consulta).orden, clave: orden } },
  }
  test_ = await startTestApp({ pack, ahora: '2030-05-02T10:00:00-07:00', config: CON_PAGINAS })
  for (const given of CANDIDATURAS) await givenCandidatura(test_, given).then((una) => encolar(test_, una))
  await publicar(test_)
  registro = await deServidor()
}
async function deServidor(): Promise<string[]> {
  const { elementos } = (await leer<{ elementos: { nombre: string }[] }>(test_, 'candidaturas')).body
  return elementos.map(({ nombre }) => nombre.split(' ')[0] ?? '')
}

async function enPagina(): Promise<{ nombres: string[]; html: string }> {
  const answer = await test_.app.inject({ url: '/candidaturas' })
  const html = decode({ headers: answer.headers, body: answer.rawPayload }).toString('utf8')
  const [main = ''] = /<main.*<\/main>/s.exec(html) ?? []
  return {
    html: main,
    nombres: [...main.matchAll(/class="fila__name"><a[^>]*>(?:<!--.*?-->|<[^>]*>)*([^<]+)/g)].map(
      ([, name]) => must(name).split(' ')[0] ?? '',
    ),
  }
}

/** As the device makes it of the index. */
async function deIndice(): Promise<{ sorteo: string | null; nombres: string[]; corte: number }> {
  const { body } = await leer<IndicePublico & { corte: { numero: number } }>(test_, 'indice')
  const filas = leerIndice(body)
  const orden = ordenJusto(
    filas.map(({ contienda, actor }) => ({ contienda: contienda.clave, actor })),
    body,
  )
  return { sorteo: body.sorteo, nombres: orden.map((row) => filas[row]?.nombre.split(' ')[0] ?? ''), corte: body.corte.numero }
}

async function hashes(): Promise<Map<string, string>> {
  return new Map((await manifiesto(test_, await ultimoCorte(test_))).map(({ ruta, sha256 }) => [ruta, sha256]))
}

describe('the order of the ballot', () => {
  beforeAll(() => open('boleta'))
  afterAll(() => test_.close())

  it('nothing is drawn, and a day that passes makes no corte', async () => {
    expect(await deIndice()).toMatchObject({ sorteo: null, nombres: registro })
    const { html, nombres } = await enPagina()
    expect(nombres).toEqual(registro)
    expect(html).toContain('Se muestran en el orden de la boleta.')
    await moveReloj(test_, '2030-05-03T10:00:00-07:00')
    expect(await publicar(test_)).toBeNull()
  })
})

describe('the order that is drawn', () => {
  const seen = new Set<string>()
  beforeAll(() => open('sorteo_diario'))
  afterAll(() => test_.close())

  it.each(['2030-05-04', '2030-05-05', '2030-05-06', '2030-05-07'])(
    'on %s page and index are in the order of that day and say so; the list of the server is in that of the register',
    async (dia) => {
      await moveReloj(test_, `${dia}T00:00:01-07:00`)
      expect(await publicar(test_)).not.toBeNull()
      const indice = await deIndice()
      const pagina = await enPagina()
      expect(indice.sorteo).toBe(dia)
      expect(pagina.nombres).toEqual(indice.nombres)
      expect(pagina.html).toContain(`Este es el del`)
      expect(pagina.html).toContain(`${Number(dia.slice(-2))} de mayo de 2030`)
      expect(await publicar(test_)).toBeNull()
      expect(await deServidor()).toEqual(registro)
      expect((await leer<{ orden: string }>(test_, 'candidaturas')).body.orden).toBe('registro')
      const { body } = await leer<{ sorteo: string; elementos: { nombre: string }[] }>(test_, 'contiendas/alcaldia-m2')
      expect([body.sorteo, body.elementos.map(({ nombre }) => nombre.split(' ')[0])]).toEqual([dia, indice.nombres.slice(DE_M1)])
      seen.add(pagina.nombres.join())
    },
  )

  it('days differ, each contienda keeps its place, and a new day changes the index, the pages of lists and nothing else', async () => {
    expect(seen.size).toBeGreaterThan(1)
    for (const order of seen) expect(order.split(',').slice(0, DE_M1).sort()).toEqual(registro.slice(0, DE_M1).sort())
    const before = await hashes()
    await moveReloj(test_, '2030-05-08T00:00:01-07:00')
    expect(await publicar(test_)).toMatchObject({ numero: expect.any(Number) as number })
    const after = await hashes()
    expect([...after].filter(([ruta, sha256]) => before.get(ruta) !== sha256).map(([ruta]) => ruta)).toEqual([
      'indice',
      'paginas/candidaturas',
      'paginas/contiendas/alcaldia-m1',
      'paginas/contiendas/alcaldia-m2',
      'paginas/contiendas/comunidad-c1',
      'paginas/contiendas/intendencia-99',
      'paginas/contiendas/legislatura-norte',
      'paginas/contiendas/legislatura-sur',
    ])
    expect([...before.keys()].filter((ruta) => !after.has(ruta))).toEqual([])
  })

  it('one answer is of one corte, also when another comes in between what it reads', async () => {
    const { lector } = test_.deps.databases
    const before = (await leer<Contienda>(test_, 'contiendas/alcaldia-m2')).body
    await moveReloj(test_, '2030-05-09T00:00:01-07:00')
    await encolar(test_, await givenCandidatura(test_, { contienda: 'alcaldia-m2', nombre: 'Fidel', actor: 'PRIO' }))
    const cortes: unknown[] = []
    const open = lector.openSnapshot.bind(lector)
    const snapshots = jest.spyOn(lector, 'openSnapshot').mockImplementation(async () => {
      const snapshot = await open()
      const query: typeof snapshot.query = async (sql, values) => {
        const answer = await snapshot.query(sql, values)
        if (sql.includes('publico.') && cortes.push('read') === 1) cortes.push(await test_.services.publicador.publicar())
        return answer
      }
      return { ...snapshot, query }
    })
    const { body } = await test_.services.publico
      .contienda('alcaldia-m2')(PLAIN)
      .finally(() => snapshots.mockRestore())
    const { corte, sorteo, elementos } = JSON.parse(body.toString()) as Contienda
    expect(cortes).toContainEqual(expect.objectContaining({ numero: before.corte.numero + 1 }))
    expect({ corte, sorteo, elementos }).toEqual({ corte: before.corte, sorteo: before.sorteo, elementos: before.elementos })
    await test_.services.cache.refresh()
    const after = (await leer<Contienda>(test_, 'contiendas/alcaldia-m2')).body
    expect([after.corte.numero, after.sorteo]).toEqual([before.corte.numero + 1, '2030-05-09'])
    expect(after.elementos).toHaveLength(before.elementos.length + 1)
  })

  it('a contienda where nobody is has an empty list, and one that there is not has none', async () => {
    const { elementos } = (await leer<{ elementos: { clave: string; candidaturas: number }[] }>(test_, 'contiendas')).body
    const empty = must(elementos.find(({ candidaturas }) => candidaturas === 0))
    const { body } = await leer<Contienda>(test_, `contiendas/${empty.clave}`)
    expect(body).toMatchObject({ elementos: [], total: 0, canceladas: 0, orden: 'sorteo_diario' })
    expect((await leer(test_, 'contiendas/no-hay')).status).toBe(404)
  })

  it('a clock that goes back draws that day again', async () => {
    for (const dia of ['2030-05-07', '2030-05-08']) {
      await moveReloj(test_, `${dia}T12:00:00-07:00`)
      await publicar(test_)
      expect((await deIndice()).sorteo).toBe(dia)
      expect((await enPagina()).nombres).toEqual((await deIndice()).nombres)
    }
  })
})
