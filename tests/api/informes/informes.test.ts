import { CFB, read } from '@e965/xlsx'
import { createHash } from 'node:crypto'
import { loadSimulacro } from '../../../apps/api/src/carga/load-simulacro.ts'
import { generateSimulacro } from '../../../apps/api/src/simulacro/index.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { moveReloj, must, sql } from '../../support/registro/candidaturas.ts'
import { send, type Answer } from '../../support/actos/envios.ts'
import { celda, tabla as tablaPublica } from '../../support/actos/estadisticas.ts'
import {
  cifras,
  contadas,
  ends,
  revisar,
  VIGENTE,
  type Cambios,
  type Informe,
  type Refrescado,
  type TablaInforme,
} from '../../support/actos/informes.ts'
import { withMunicipios } from '../../support/mundos/municipios.ts'
import { readPdf } from '../../support/pdf.ts'
import { publicar } from '../../support/publico.ts'
import { INICIO_EN_CAPTURA as INICIO, packEnCaptura as entero } from '../../support/paquete.ts'

interface Vigencia {
  version: number | null
  tomadoEn: string | null
  cambiaron: number | null
  ejemplos: { antes: string | null; ahora: string | null }[]
}

const pack = withMunicipios(entero, 3)
let test_: TestApp
let secretaria: string

beforeAll(async () => {
  const simulacro = generateSimulacro(pack, { semilla: 2_024, total: 700, ahora: INICIO })
  test_ = await startTestApp({
    pack,
    load: (owner, deps) => owner.transaction((tx) => loadSimulacro(tx, deps, { pack, simulacro, inicio: INICIO })),
  })
  secretaria = await test_.tokenOf('secretaria')
})
afterAll(() => test_.close())

const get = async (clave: string, token = secretaria) => (await send<Informe>(test_, ['GET', `/informes/${clave}`], { token })).body
const post = (path: string, json: object, headers: Record<string, string> = {}) =>
  send<{ informe: Informe; code?: string; detail?: string }>(test_, ['POST', `/informes/${path}`], { token: secretaria, json, headers })
const file = (path: string, token = secretaria): Promise<Answer> => send(test_, ['GET', `/informes/${path}`], { token })
const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function corte(clave: string, ahora: string): Promise<Informe> {
  await moveReloj(test_, ahora)
  await publicar(test_)
  const { status, body } = await post(`${clave}/cortes`, {})
  expect(status).toBe(201)
  return body.informe
}

const of = (informe: Informe, clave: string) => must(informe.tablas.find((each) => each.clave === clave))
const filaDe = (tabla: TablaInforme, clave: string) =>
  must([...tabla.filas, ...(tabla.total ? [tabla.total] : [])].find((each) => each.clave === clave))

describe('the avance cuantitativo of April', () => {
  let abril: Informe

  it('is owed by the programme of work, with its day, before anything was frozen', async () => {
    const { body } = await send<{ elementos: { clave: string; vence: string; cortes: number }[] }>(test_, ['GET', '/informes'], {
      token: secretaria,
    })
    expect(body.elementos).toEqual(expect.arrayContaining([expect.objectContaining({ clave: '11.13', cortes: 0 })]))
    expect((await file('11.13/vista-previa?formato=pdf')).status).toBe(409)
  })

  it('says at 22 April what SQL counts, in each table and each row', async () => {
    await sql(
      test_,
      `update captura.candidatura set estatus = 'cancelada' where id in (select id from captura.candidatura where estatus = 'aprobada' order by id limit 2)`,
    )
    abril = await corte('11.13', '2024-04-22T18:00:00-06:00')
    expect(await revisar(test_, abril.tablas, '2024-04-22')).toBeGreaterThan(200)
    expect(cifras(filaDe(of(abril, 'resumen'), 'universo'))[0]).toBe(await contadas(test_, VIGENTE))
  })

  it('tells of what is public what its public page tells, figure by figure', async () => {
    for (const clave of ['cargo', 'actor']) {
      const own = of(abril, `publicas-${clave}`)
      const page = await tablaPublica(test_, clave)
      expect(own.filas.map((each) => each.clave)).toEqual(page.filas.map((each) => each.clave).filter((each) => each !== 'sin_dato'))
      for (const fila of [...own.filas, must(own.total)]) {
        const expected = own.columnas.map((columna) => celda(page, fila.clave, columna.clave).maximo)
        expect([fila.clave, cifras(fila)]).toEqual([fila.clave, expected])
      }
    }
  })

  it('keeps the versions of its texts, and shows a late writer what was saved meanwhile', async () => {
    const save = (json: object) =>
      send<{ actual?: { texto: string } }>(test_, ['PUT', '/informes/11.13/secciones/presentacion'], { token: secretaria, json })
    const texto = '# Un título\n\nSe presenta **el avance** de abril.\n\n- =HYPERLINK("http://x.example")\n- otro'
    expect((await save({ version: 0, texto })).status).toBe(200)
    const late = await save({ version: 0, texto: 'Otro' })
    expect([late.status, late.body.actual?.texto]).toEqual([409, texto])
    expect((await save({ version: 1, texto })).status).toBe(409)
    expect((await get('11.13')).secciones[0]).toMatchObject({ clave: 'presentacion', version: 1, texto })
  })

  it('is emitted with its hashes, and made again byte by byte', async () => {
    const { status, body } = await post('11.13/emisiones', { corte: 1 }, { 'idempotency-key': 'a' })
    expect(status).toBe(201)
    const { huellas } = must(body.informe.listaEmisiones[0])
    for (const formato of ['pdf', 'docx', 'xlsx'] as const) {
      const made = await file(`11.13/emisiones/1/${formato}`)
      expect([formato, made.status, hash(made.bytes)]).toEqual([formato, 200, huellas[formato]])
    }
    const repeated = await post('11.13/emisiones', { corte: 1 }, { 'idempotency-key': 'a' })
    expect(repeated.body.informe.listaEmisiones).toHaveLength(1)
    expect((await post('11.13/emisiones', { corte: 1 })).body.detail).toBe('Nada cambió desde la emisión 1: es esa misma.')
  })

  it('carries on its last page, and not before, the hash of the data that it was made from', async () => {
    const datos = (await file('11.13/cortes/1/datos')).bytes
    const { sha256, cortePublico } = must(abril.listaCortes[0])
    expect(hash(datos)).toBe(sha256)
    const pdf = (await file('11.13/emisiones/1/pdf')).bytes
    const text = readPdf.text(pdf).replaceAll('\u200b', '')
    const [body = '', constancia = ''] = text.split('Constancia de integridad')
    expect(constancia.replaceAll(' ', '')).toContain(sha256)
    expect(constancia).toContain(`Corte público ${cortePublico}`)
    expect(body).not.toMatch(/SHA-256|[0-9a-f]{16}/)
    expect(body).toMatch(/De las [\d,]+ candidaturas vigentes al corte, [\d,]+ \([\d.]+ %\) concluyeron la captura/)
    expect(readPdf.properties(pdf)).toMatchObject({
      Tagged: 'yes',
      Title: 'Informe del avance cuantitativo de abril de 2024',
    })
    const structure = readPdf.structure(pdf)
    expect(['H1', 'H2', 'H3', 'Caption', 'Figure', 'TH'].filter((tag) => !new RegExp(`\\b${tag}\\b`).test(structure))).toEqual([])
    expect(structure.indexOf('Presentación')).toBeLessThan(structure.indexOf('Resumen del avance'))
  })

  it('its workbook has numbers as numbers and no formula', async () => {
    const { Sheets, SheetNames } = read((await file('11.13/emisiones/1/xlsx')).bytes, { type: 'buffer', cellFormula: true })
    expect(SheetNames[0]).toBe('Notas')
    const resumen = must(Sheets[must(SheetNames[1])])
    expect([resumen['B2']?.t, resumen['B2']?.v]).toEqual(['n', await contadas(test_, VIGENTE)])
    const all = SheetNames.flatMap((name) => Object.values(Sheets[name] ?? {}) as { f?: string }[])
    expect(all.filter((cell) => cell.f !== undefined)).toEqual([])
  })

  it('draws its charts in the editable document too', async () => {
    const draft = (await file('11.13/emisiones/1/docx')).bytes
    const { FullPaths } = CFB.read(draft, { type: 'buffer' })
    expect(FullPaths.filter((path: string) => /media\/.+\.png$/.test(path)).length).toBeGreaterThan(2)
  })

  it('is never rewritten, nor handed out when it would be another', async () => {
    const touch = (table: string) => sql(test_, `update captura.${table} set folio = 'x'`)
    for (const table of ['informe_corte', 'informe_emision']) await expect(touch(table)).rejects.toThrow(/no se altera/)
    await expect(sql(test_, `update captura.informe_archivo set contenido = ''`)).rejects.toThrow(/no se altera/)
    await expect(sql(test_, 'delete from captura.informe_texto')).rejects.toThrow(/no se altera/)
    await sql(test_, `alter table captura.informe_emision disable trigger informe_emision_impedir`)
    await sql(test_, `update captura.informe_emision set huellas = jsonb_set(huellas, '{pdf}', '"0"')`)
    const other = await file('11.13/emisiones/1/pdf')
    expect([other.status, (other.body as { code?: string }).code]).toEqual([500, 'informe.no_coincide'])
    await sql(test_, `alter table captura.informe_emision enable trigger informe_emision_impedir`)
  })
})

describe('the avance cuantitativo of May', () => {
  it('says at 25 May what SQL counts, and compares with the cut of April', async () => {
    const before = filaDe(of(await get('11.13'), 'resumen'), 'pendientes')
    const mayo = await corte('11.15', '2024-05-25T12:00:00-06:00')
    expect(await revisar(test_, mayo.tablas, '2024-05-25')).toBeGreaterThan(200)
    const resumen = of(mayo, 'resumen')
    const [now, , then, difference] = cifras(filaDe(resumen, 'pendientes'))
    expect([then, difference]).toEqual([cifras(before)[0], must(now) - must(cifras(before)[0])])
    expect(cifras(filaDe(of(mayo, 'plazos-cargo'), 'total'))[2]).toBeGreaterThan(0)
    expect(readPdf.properties((await file('11.15/vista-previa?formato=pdf')).bytes)).toMatchObject({
      Title: 'Informe del avance cuantitativo de mayo de 2024',
    })
  })
})

describe('two emissions of one informe', () => {
  it('tell what changed between them, figures and texts, also on paper', async () => {
    await sql(
      test_,
      `update captura.candidatura set estatus = 'cancelada' where id = (select id from captura.candidatura where estatus = 'aprobada' order by id limit 1)`,
    )
    expect((await post('11.15/emisiones', { corte: 1 })).status).toBe(201)
    await post('11.15/cortes', {})
    await send(test_, ['PUT', '/informes/11.15/secciones/analisis'], {
      token: secretaria,
      json: { version: 0, texto: 'Bajó el universo.' },
    })
    expect((await post('11.15/emisiones', { corte: 2 })).status).toBe(201)
    const { body } = await send<Cambios>(test_, ['GET', '/informes/11.15/cambios?de=1&a=2'], { token: secretaria })
    const universo = must(body.cifras.find(({ fila, columna }) => fila === 'Candidaturas vigentes (universo)' && columna === 'Cifra'))
    expect(Number(universo.antes?.replace(',', '')) - Number(universo.ahora?.replace(',', ''))).toBe(1)
    expect(body.textos.map(({ clave }) => clave)).toEqual(['analisis'])
    expect(readPdf.text((await file('11.15/cambios/documento?de=1&a=2')).bytes)).toContain('Dice: Bajó el universo.')
  })

  it('a draft of one is handed back with the figures of the other, and one of another informe is refused', async () => {
    const refrescar = (clave: string, content: Buffer, token = secretaria) =>
      send<Refrescado>(test_, ['POST', `/informes/${clave}/emisiones/2/borrador`], {
        token,
        form: { file: { field: 'archivo', name: 'x', content } },
      })
    const draft = (await file('11.15/emisiones/1/docx')).bytes
    const { status, body } = await refrescar('11.15', draft)
    expect([status, body.deCorte, body.aMano, body.yaNoEstan, body.noEstaban]).toEqual([200, 1, [], [], []])
    expect(body.actualizadas).toBeGreaterThan(5)
    const again = await refrescar('11.15', Buffer.from(body.contenido, 'base64'))
    expect([again.body.deCorte, again.body.actualizadas, again.body.iguales]).toEqual([2, 0, body.actualizadas + body.iguales])
    const other = await refrescar('11.15', (await file('11.13/emisiones/1/docx')).bytes)
    expect([other.status, other.body.detail]).toEqual([422, 'El documento es de otro informe: el de la actividad 11.13.'])
    for (const bad of [Buffer.from('no es'), (await file('11.15/emisiones/1/xlsx')).bytes])
      expect((await refrescar('11.15', bad)).status).toBe(422)
    expect((await refrescar('11.15', draft, await test_.tokenOf('comision'))).status).toBe(403)
  })

  it('one is sent to its entregable as those very bytes, once', async () => {
    const { huellas } = must((await get('11.15')).listaEmisiones[0])
    const json = { clase: 'reunion_trabajo', nota: 'Para la reunión de trabajo' }
    expect((await post('11.15/emisiones/2/version', json)).status).toBe(201)
    const { body } = await send<{ versiones: { documento: { sha256: string } }[] }>(test_, ['GET', '/entregables/11.15'], {
      token: secretaria,
    })
    expect(body.versiones[0]?.documento.sha256).toBe(huellas.pdf)
    expect((await post('11.15/emisiones/2/version', json)).status).toBe(409)
    expect((await get('11.15')).listaEmisiones[0]).toMatchObject({ version: { clase: 'reunion_trabajo' } })
  })

  it('says how many of its figures are others since, with examples; a document from elsewhere is compared with nothing', async () => {
    const vigencia = async (clave: string) =>
      (await send<Vigencia>(test_, ['GET', `/informes/${clave}/vigencia`], { token: secretaria })).body
    const before = await vigencia('11.15')
    expect(before).toMatchObject({ version: 1, tomadoEn: expect.any(String) as string })
    await sql(
      test_,
      `update captura.candidatura set estatus = 'cancelada' where id in (select id from captura.candidatura where estatus = 'aprobada' order by id limit 3)`,
    )
    const after = await vigencia('11.15')
    expect(after.cambiaron).toBeGreaterThan(before.cambiaron ?? 0)
    expect(after.ejemplos).toHaveLength(must(after.cambiaron))
    for (const { antes, ahora } of after.ejemplos) expect(antes).not.toBe(ahora)
    expect(await vigencia('11.13')).toEqual({ version: expect.any(Number) as number, tomadoEn: null, cambiaron: null, ejemplos: [] })
  })
})

it('the monthly informe tells what the plan has as done in its month, and the final one repeats the public statistics', async () => {
  const mensual = await corte('11.5~2024-04', '2024-05-01T09:00:00-06:00')
  const [fulfilled] = await sql<{ n: number }>(
    test_,
    `select count(*)::int as n from captura.cumplimiento where anulado_en is null and aplica and ocurrido_en >= '2024-04-01T06:00:00Z' and ocurrido_en < '2024-05-01T06:00:00Z'`,
  )
  expect(of(mensual, 'realizadas').filas).toHaveLength(must(fulfilled).n)
  const [conFecha, enTiempo, tarde, porCumplir, vencidos] = cifras(must(of(mensual, 'plan').total))
  expect(conFecha).toBe(must(enTiempo) + must(tarde) + must(porCumplir) + must(vencidos))
  const prose = readPdf.text((await file('11.5~2024-04/vista-previa?formato=pdf')).bytes)
  for (const said of ['Lo que ocurrió en abril de 2024', 'El Pleno aprobó: • «', 'Sesiones celebradas', 'No se redactó una presentación.'])
    expect(prose).toContain(said)
  const overdue = of(mensual, 'vencidos').filas.length
  expect(overdue).toBe(vencidos)
  expect(prose).toMatch(overdue === 0 ? /Al corte no hay plazos vencidos/ : /Al corte est(?:á|án) vencidos? /)
  const happened = of(mensual, 'hechos').filas.map(({ celdas }) => celdas[0])
  for (const clase of ['Sesión', 'Versión de un documento', 'Publicación']) expect(happened).toContain(clase)
  expect((await get('11.5~2024-04')).advertencias).toEqual([])
  await moveReloj(test_, '2024-05-09T15:00:00-06:00')
  expect((await get('11.5~2024-04')).advertencias).toEqual([expect.stringContaining('El reloj del proceso está 8 días después')])
  expect((await post('11.5~2024-04/emisiones', { corte: 1 })).status).toBe(201)
  const final = await corte('informe-final', '2024-09-28T09:00:00-06:00')
  expect(of(final, 'mensuales').filas.map(({ nombre }) => nombre)).toEqual(['abril de 2024'])
  const publicas = final.tablas.filter(({ clave }) => clave.startsWith('estadistica-'))
  expect(publicas.length).toBeGreaterThan(8)
  for (const own of publicas) {
    const page = await tablaPublica(test_, own.clave.replace('estadistica-', ''))
    const told = [...page.filas, page.total].map(({ celdas }) => celdas.map(({ minimo, maximo }) => [minimo, maximo]))
    expect([own.clave, [...own.filas, must(own.total)].map(({ celdas }) => celdas.map(ends))]).toEqual([own.clave, told])
  }
  expect((await file('informe-final/vista-previa?formato=xlsx')).status).toBe(200)
})

it('the plan de trabajo has its four contents, the first from the programme and the others as they are typed', async () => {
  const plan = await corte('11.4', '2024-09-28T10:00:00-06:00')
  const [actividades] = await sql<{ n: number }>(test_, `select jsonb_array_length(contenido -> 'actividades') as n from captura.programa`)
  expect(of(plan, 'areas').filas).toHaveLength(must(actividades).n)
  const texto = '| Tema | Dirigida a |\n| --- | --- |\n| Uso del sistema | Partidos |'
  await send(test_, ['PUT', '/informes/11.4/secciones/capacitacion'], { token: secretaria, json: { version: 0, texto } })
  const { bytes } = await file('11.4/vista-previa?formato=pdf')
  const text = readPdf.text(bytes)
  for (const said of [
    'Áreas responsables de realizar las actividades y entregables',
    'Principales procesos de adquisiciones No se asentaron procesos de adquisición.',
    'Uso del sistema Partidos',
    'Liberación de versiones de las interfaces',
    'Calendario de actividades',
  ])
    expect(text).toContain(said)
  expect(readPdf.properties(bytes)).toMatchObject({ Title: 'Plan de trabajo', Tagged: 'yes' })
  expect((await file('11.4/vista-previa?formato=docx')).status).toBe(200)
})

it('is read by the comisión and by auditoría, changed by neither, and is nothing to anybody else', async () => {
  for (const rol of ['comision', 'auditoria'] as const) {
    const token = await test_.tokenOf(rol)
    expect((await send(test_, ['GET', '/informes/11.13'], { token })).status).toBe(200)
    expect((await send(test_, ['POST', '/informes/11.13/cortes'], { token, json: {} })).status).toBe(403)
  }
  const party = await test_.tokenOf('validacion', { actor: 'PAN' })
  expect((await file('11.13/emisiones/1/docx', party)).status).toBe(403)
  expect((await file('11.99', secretaria)).status).toBe(404)
})
