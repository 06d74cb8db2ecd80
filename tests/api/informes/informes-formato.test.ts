import { read } from '@e965/xlsx'
import { createHash } from 'node:crypto'
import { COLUMNAS_CANDIDATOS, COLUMNAS_IDENTIDAD } from '@conoceles/domain'
import { agregarCatalogos } from '../../../apps/api/src/carga/agregar-catalogos.ts'
import { canonical } from '../../../apps/api/src/shared/criptografia/canonical.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { must, sql } from '../../support/registro/candidaturas.ts'
import { send, type Answer } from '../../support/actos/envios.ts'
import type { TablaInforme } from '../../support/actos/informes.ts'
import { readPdf } from '../../support/pdf.ts'
import { pack } from '../../support/paquete.ts'

interface Formato {
  clase: string
  tablas: TablaInforme[]
  listaEmisiones: { numero: number; huellas: Record<'pdf' | 'docx' | 'xlsx', string> }[]
}

let test_: TestApp
let secretaria: string
let formato: Formato

beforeAll(async () => {
  test_ = await startTestApp({ pack })
  secretaria = await test_.tokenOf('secretaria')
  formato = (await post('11.11/cortes')).body.informe
})
afterAll(() => test_.close())

const post = (path: string, json: object = {}) =>
  send<{ informe: Formato }>(test_, ['POST', `/informes/${path}`], { token: secretaria, json })
const file = (path: string): Promise<Answer> => send(test_, ['GET', `/informes/11.11/${path}`], { token: secretaria })
const tabla = (clave: string) => must(formato.tablas.find((each) => each.clave === clave))
const cell = (clave: string, fila: string, columna: string) => {
  const { filas, columnas } = tabla(clave)
  return must(filas.find((each) => each.clave === fila)).celdas[columnas.findIndex((each) => each.clave === columna)]
}

it('has every question of both cuestionarios in force, with what the schema says of it', () => {
  expect(formato.clase).toBe('formato')
  for (const tipo of ['curricular', 'identidad'] as const) {
    const document = must(pack.cuestionarios.find((each) => each.tipo === tipo))
    const properties = document.schema['properties'] as Record<string, { title: string; 'x-obligatorio'?: boolean }>
    const { filas } = tabla(`campos-${tipo}-${document.version}`)
    expect(filas.map(({ clave }) => clave).sort()).toEqual(Object.keys(properties).sort())
    for (const { clave, nombre } of filas) {
      expect([clave, nombre, cell(`campos-${tipo}-${document.version}`, clave, 'obligatorio')]).toEqual([clave, properties[clave]?.title, properties[clave]?.['x-obligatorio'] ? 'Sí' : 'No']) // prettier-ignore
    }
  }
  expect(cell('campos-curricular-2', 'cursos', 'longitud')).toBe('hasta 20 renglones, cada uno hasta 250 sin blancos')
  expect(cell('campos-identidad-1', 'indigena_pueblo_otro', 'condicion')).toMatch(/indigena_pueblo es «Otro»/)
  expect(cell('campos-curricular-2', 'telefono_publico', 'longitud')).toContain('^[0-9]{10}$')
  expect(cell('campos-curricular-2', 'escolaridad', 'columnaIne')).toBe('CANDIDATOS, columna Q: ESCOLARIDAD')
  expect(cell('campos-identidad-1', 'nacimiento_entidad', 'columnaIne')).toBe('CUESTIONARIO IDENTIDAD, columna AE: pregunta 20')
})

it('says what is public as the policy in force says it, and of identity nothing', () => {
  expect(cell('campos-curricular-2', 'correo_aclaraciones', 'publico')).toBe('No')
  expect(cell('campos-curricular-2', 'escolaridad', 'publico')).toBe('Sí')
  const { filas, columnas } = tabla('campos-identidad-1')
  const at = columnas.findIndex(({ clave }) => clave === 'publico')
  expect(new Set(filas.map(({ celdas }) => celdas[at]))).toEqual(new Set(['No']))
  expect(cell('campos-ficha', 'fecha_nacimiento', 'publico')).toBe('No')
})

it('has each option of each catalogue, and each column of the INE in its place', () => {
  const shared = must(/^C\d+/.exec(must(cell('campos-identidad-1', 'indigena_lengua', 'catalogo'))))[0]
  expect(cell('campos-identidad-1', 'indigena_autoadscripcion', 'catalogo')).toBe(`${shared} (3 opciones)`)
  const options = tabla('catalogos').filas.filter(({ celdas }) => celdas[0] === shared)
  expect(options.map(({ nombre }) => nombre)).toEqual(['Sí', 'No', 'Prefiero no contestar'])
  expect(tabla('ine-curricular').filas.map(({ nombre }) => nombre)).toEqual(COLUMNAS_CANDIDATOS)
  expect(tabla('ine-identidad').filas.map(({ nombre }) => nombre)).toEqual(COLUMNAS_IDENTIDAD.map((each) => each.trim()))
  expect(cell('ine-curricular', 'P', 'campos')).toBe('facebook, x, instagram, youtube, tiktok, otras_redes')
})

it('its tables are those of the database, column by column', async () => {
  const told = tabla('base').filas.map(({ clave, celdas }) => [clave, celdas[2]])
  const real = await sql<{ clave: string; nulo: string }>(
    test_,
    `select table_schema || '.' || table_name || '.' || column_name as clave, case is_nullable when 'YES' then 'Sí' else 'No' end as nulo
     from information_schema.columns where table_schema || '.' || table_name = any($1)`,
    [[...new Set(told.map(([clave]) => must(clave).split('.').slice(0, 2).join('.')))]],
  )
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(real.map(({ clave, nulo }) => [clave, nulo])))
})

it('is emitted and made again byte by byte, with the versions and hashes of the cuestionarios on its cover and its diagram in words', async () => {
  const { body } = await post('11.11/emisiones', { corte: 1 })
  const { huellas } = must(body.informe.listaEmisiones[0])
  const files = {} as Record<'pdf' | 'docx' | 'xlsx', Buffer>
  for (const each of ['pdf', 'docx', 'xlsx'] as const) {
    const { bytes } = await file(`emisiones/1/${each}`)
    expect([each, createHash('sha256').update(bytes).digest('hex')]).toEqual([each, huellas[each]])
    files[each] = bytes
  }
  const text = readPdf.text(files.pdf).replaceAll('\u200b', '').replaceAll(' ', '')
  for (const { schema, uischema } of pack.cuestionarios) {
    expect(text).toContain(createHash('sha256').update(canonical({ schema, uischema })).digest('hex'))
  }
  expect(readPdf.properties(files.pdf)).toMatchObject({ Tagged: 'yes', Title: 'Formato de la base de datos' })
  expect(readPdf.structure(files.pdf)).toMatch(/Figure/)
  expect(readPdf.text(files.pdf)).toContain('Respuesta de identidad')
  const { SheetNames } = read(files.xlsx, { type: 'buffer' })
  expect(SheetNames).toHaveLength(formato.tablas.length + 1)
})

it('a proceso that was loaded before its pack had this informe gets it, and nothing twice', async () => {
  await sql(
    test_,
    `update captura.programa set contenido = jsonb_set(contenido, '{actividades}',
       (select jsonb_agg(case when a ->> 'clave' = '11.11' then a - 'informe' else a end order by n)
        from jsonb_array_elements(contenido -> 'actividades') with ordinality e (a, n)))`,
  )
  const read = () => sql(test_, `select a ->> 'informe' as informe from captura.programa, jsonb_array_elements(contenido -> 'actividades') a where a ->> 'clave' = '11.11'`) // prettier-ignore
  expect(await read()).toEqual([{ informe: null }])
  const add = () => test_.owner.transaction((tx) => agregarCatalogos(tx, pack, test_.services.bitacora))
  expect(await add()).toEqual({ claves: ['informe 11.11'] })
  expect(await read()).toEqual([{ informe: 'formato' }])
  expect(await add()).toEqual({ claves: [] })
})
